## run

run-others-are-changing-this-at-the = Others are changing this at the same moment. Look again and send it once more.
