"""What is wrong or doubtful with the figures of an indicator."""
