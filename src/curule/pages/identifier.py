"""The identifier of languages with its model, which lies in memory when this module is imported: the process from which others are forked does it once."""

from py3langid.langid import MODEL_FILE, LanguageIdentifier

__all__ = ["IDENTIFIER"]

IDENTIFIER = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
