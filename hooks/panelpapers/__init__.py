"""Panel Papers: accessible publications of a panel."""
