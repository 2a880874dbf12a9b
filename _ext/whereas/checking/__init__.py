"""`whereas check`: a whole project read as a careful associate would, and what is found told in every form."""
