"""The proof-reader of the words about figures. It shares no code with the writer of those words."""
