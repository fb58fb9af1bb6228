"""Finding an item of the hall by typing: pinyin, characters, Tibetan, English. No Qt in here."""
