"""What a person sends, keeps and prints: letters, the log and a blank sheet in Word.

What a letter says is plain data first (`parts.Letter`), so that a page can show it and
change it before it is made, and other formats can hold the same words.
"""
