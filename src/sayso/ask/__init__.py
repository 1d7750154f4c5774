"""View -> answers, one question a module."""
