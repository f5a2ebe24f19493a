"""What is said of figures: one module for each message, with its sentences, who writes them and what they claim.

A function that takes a ``Claim`` is the proof-reader's: it asks the record anew, and never the facts of the writer.
"""
