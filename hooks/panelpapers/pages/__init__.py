"""Records and facts in, the whole site as data out: path to page or file."""
