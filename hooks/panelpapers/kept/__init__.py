"""What was made is kept between builds: it costs time at worst, and never truth. The only room that imports sqlite3."""
