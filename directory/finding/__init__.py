"""Finding lines of the current list: the question, the words it means, the lines."""
