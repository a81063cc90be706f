"""Turns news articles into briefing pages that people can edit, and the pages into a site."""
