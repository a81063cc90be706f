"""How the name model is trained and measured; nothing here is needed to use it."""
