"""The site while somebody writes: served, built anew with each change, the page that is open first."""
