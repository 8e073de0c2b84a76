"""All writes of the directory: atomic, keyword-only, telling who does them."""
