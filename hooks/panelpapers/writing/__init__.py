"""Text of files for people to go on with: groups of fields as lines, forms with comments, and onto the disk."""
