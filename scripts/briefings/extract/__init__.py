"""Article → Extraction: one module a step; vocabulary lies in `data/`."""
