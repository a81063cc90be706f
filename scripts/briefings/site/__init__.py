"""Library → what the site shows beyond the pages' own text: Markdown in, Markdown out, no MkDocs."""
