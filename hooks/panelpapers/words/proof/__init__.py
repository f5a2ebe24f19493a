"""The proof-reader of the words about figures. It asks the record, and knows no fact of the writer."""
