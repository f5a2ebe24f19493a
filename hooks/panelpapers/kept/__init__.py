"""What was made is kept between builds: it costs time at worst, and never truth."""
