# Files that are handed over for a text.
upload-no-room = There is little room left where files are kept, so no more are taken. Tell an administrator; your text is not lost.
upload-quota = You have handed over {$most} MB of files today, which is the most. Send the rest tomorrow, or say where it can be found.
upload-unnamed = File
upload-not-here = A file that you named is not here, or not any more. Choose it again.
upload-not-base64 = Send the bytes of the file in Base64.
upload-parts-broken = The form arrived broken. Go back and send it again; what you typed is still there.
upload-files = Files
upload-files-hint = Only what they need: everybody who may see the request can open them.
