"""Document -> Parse. The only room that imports an NLP engine or a neural runtime."""
