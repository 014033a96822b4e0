## task

task-you-saw-version-it-is-at = You saw version {$seen}; it is at version {$version} now. Look at what changed and send yours again if it still fits.
