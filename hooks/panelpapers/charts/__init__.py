"""Facts to chart to SVG. The only room that imports altair."""
