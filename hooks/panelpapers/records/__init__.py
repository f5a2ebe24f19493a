"""What a record is: one module for each family, each field described once."""
