"""The one extension of Python-Markdown: it holds the text of a page against the model, and puts what stands beside the
author's text into the page's tree. Into a page that the two have read differently it puts nothing.
"""

from page_text.extension import PageText

__all__ = ["PageText"]
