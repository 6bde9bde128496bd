"""Words as searches compare them: tokens, forms of one word, and where what is sought stands in a text."""
