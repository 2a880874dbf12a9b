"""What an agreement's page has around its text: card, margin, downloads, paper, and the way to find it."""
