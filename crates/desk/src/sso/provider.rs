//! The provider, by OpenID Connect Core: where people are sent, and what comes back about them. Code
//! flow with PKCE (RFC 7636) and a nonce. Everything here blocks.

use std::path::PathBuf;
use std::time::Duration;

use openidconnect::core::{
    CoreAuthPrompt, CoreAuthenticationFlow, CoreClient, CoreProviderMetadata,
};
use openidconnect::{
    AuthorizationCode, ClientId, ClientSecret, CsrfToken, EndpointMaybeSet, EndpointNotSet,
    EndpointSet, IssuerUrl, Nonce, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, Scope,
    TokenResponse,
};
use serde::{Deserialize, Serialize};

use super::fetch::fetch;

/// Another system that knows the people of the organisation.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Provider {
    /// `https://accounts.example.org`, exactly as its description has it.
    pub issuer: String,
    pub client_id: String,
    /// `None` for a client without a secret.
    pub client_secret_file: Option<PathBuf>,
    /// What people call it.
    pub name: String,
    /// Whether signing in there counts as a second step here.
    pub second_step: bool,
}

/// What its answer is held against.
#[derive(Serialize, Deserialize)]
pub struct Sent {
    pub state: String,
    nonce: String,
    verifier: String,
}

/// What it says of somebody, signed.
pub struct Said {
    /// Names them there, for ever.
    pub subject: String,
    /// Only when it says that it has verified it.
    pub email: Option<String>,
    /// When they have shown last that it is them, in seconds since 1970.
    pub shown_at: Option<i64>,
}

type Client = CoreClient<
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

fn words(error: impl std::fmt::Display) -> String {
    error.to_string()
}

impl Provider {
    fn client(&self, back: &str) -> Result<Client, String> {
        let issuer = IssuerUrl::new(self.issuer.clone()).map_err(words)?;
        let described = CoreProviderMetadata::discover(&issuer, &fetch).map_err(words)?;
        let secret = self.client_secret_file.as_ref().map(|file| {
            let text = std::fs::read_to_string(file);
            text.map_err(|error| format!("{}: {error}", file.display()))
        });
        let secret = secret.transpose()?.map(|text| ClientSecret::new(text.trim().to_owned()));
        let id = ClientId::new(self.client_id.clone());
        let back = RedirectUrl::new(back.to_owned()).map_err(words)?;
        Ok(CoreClient::from_provider_metadata(described, id, secret).set_redirect_uri(back))
    }

    /// Where a browser goes from here. `again`: they show anew that it is them, though they are
    /// signed in there.
    pub fn way(&self, back: &str, again: bool) -> Result<(String, Sent), String> {
        let client = self.client(back)?;
        let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
        let mut way = client
            .authorize_url(
                CoreAuthenticationFlow::AuthorizationCode,
                CsrfToken::new_random,
                Nonce::new_random,
            )
            .add_scope(Scope::new("email".to_owned()))
            .set_pkce_challenge(challenge);
        if again {
            way = way.add_prompt(CoreAuthPrompt::Login).set_max_age(Duration::ZERO);
        }
        let (url, state, nonce) = way.url();
        let sent = Sent {
            state: state.into_secret(),
            nonce: nonce.secret().clone(),
            verifier: verifier.into_secret(),
        };
        Ok((url.to_string(), sent))
    }

    /// What it says about whoever brought this code.
    pub fn says(&self, back: &str, code: &str, sent: &Sent) -> Result<Said, String> {
        let client = self.client(back)?;
        let answer = client
            .exchange_code(AuthorizationCode::new(code.to_owned()))
            .map_err(words)?
            .set_pkce_verifier(PkceCodeVerifier::new(sent.verifier.clone()))
            .request(&fetch)
            .map_err(words)?;
        let token = answer.id_token().ok_or("id_token?")?;
        let nonce = Nonce::new(sent.nonce.clone());
        let claims = token.claims(&client.id_token_verifier(), &nonce).map_err(words)?;
        let email = claims.email().filter(|_| claims.email_verified() == Some(true));
        Ok(Said {
            subject: claims.subject().as_str().to_owned(),
            email: email.map(|email| email.as_str().to_owned()),
            shown_at: claims.auth_time().map(|at| at.timestamp()),
        })
    }
}
