-- The index for Hangul search has entries for syllables with what stands under them now. The program makes it anew, in the same transaction.
DELETE FROM channel_gram;
DELETE FROM app_gram;
