"""The door for terminals: parse arguments, call, print. One module a verb."""
