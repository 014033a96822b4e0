## listing

listing-take-the-cursor-from-next-of = Take the cursor from `next` of the page before.
