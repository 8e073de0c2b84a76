"""When these people can sit together, and where: asked in PostgreSQL's multiranges."""
