"""What is left when a body ends: its site without a server, its public records, and a bag for an archive."""
