"""The door for browsers and programs: parse the request, call, answer."""
