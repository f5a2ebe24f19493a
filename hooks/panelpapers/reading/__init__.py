"""YAML text in, records and problems out. The only room that imports ruamel."""
