"""What runs inside the child process only. Imports no Django and no sibling room."""
