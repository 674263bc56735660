"""Words: what one is (lemma, part of speech, parts), what dictionaries say, how two sides link."""
