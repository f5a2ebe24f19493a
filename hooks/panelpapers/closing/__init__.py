"""What is left when a body ends: its site as a folder that needs no server, its public records, a bag for an archive."""
