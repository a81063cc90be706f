"""Article → Extraction: one module a step; `briefings.extraction` puts them in order. Vocabulary lies in `data/`."""
