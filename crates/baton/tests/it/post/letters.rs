//! Mails as other programs write them.

/// A mail of a customer, told apart by a word.
pub fn of_customer(word: &str) -> String {
    format!(
        "From: {word} <{word}@customer.example>\r\nTo: desk@baton.example\r\n\
         Subject: Question {word}\r\nMessage-ID: <{word}@customer.example>\r\n\
         Date: Mon, 23 Nov 2026 09:00:00 +0000\r\n\r\nWhere is my parcel {word}?\r\n"
    )
}

/// What machines send of themselves: nobody waits for an answer to any of these.
pub fn automatic() -> Vec<String> {
    let mail = |head: &str, subject: &str| {
        format!(
            "From: Grace <grace@customer.example>\r\nTo: desk@baton.example\r\n\
             Subject: {subject}\r\n{head}\r\n\r\nI am away until Monday.\r\n"
        )
    };
    vec![
        mail("Auto-Submitted: auto-replied", "Out of office"),
        mail("Auto-Submitted: auto-generated", "Your statement"),
        mail("X-Autoreply: yes", "Away"),
        mail("List-Id: <news.customer.example>\r\nPrecedence: list", "Our news"),
        bounce("<unknown-1@elsewhere.example>", "grace@customer.example"),
    ]
}

/// A delivery report (RFC 3464) about a message, which never arrived.
pub fn bounce(message_id: &str, address: &str) -> String {
    format!(
        "From: Mail Delivery System <mailer-daemon@relay.example>\r\nTo: desk@baton.example\r\n\
         Subject: Undelivered Mail Returned to Sender\r\nAuto-Submitted: auto-replied\r\n\
         MIME-Version: 1.0\r\n\
         Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n\
         --b\r\nContent-Type: text/plain\r\n\r\nThe mailbox does not exist.\r\n\
         --b\r\nContent-Type: message/delivery-status\r\n\r\n\
         Reporting-MTA: dns; relay.example\r\n\r\n\
         Final-Recipient: rfc822; {address}\r\nAction: failed\r\nStatus: 5.1.1\r\n\
         Diagnostic-Code: smtp; 550 5.1.1 no such mailbox\r\n\r\n\
         --b\r\nContent-Type: text/rfc822-headers\r\n\r\n\
         From: desk@baton.example\r\nTo: {address}\r\nMessage-ID: {message_id}\r\n\
         Subject: Your parcel\r\n\r\n--b--\r\n"
    )
}
