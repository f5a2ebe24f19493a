"""A clerk's own files -> drafts of records, with an account of every word; by rules alone, without a model."""
