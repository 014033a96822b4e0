// Sends a form of ours to a path of ours, with the token that this page was given. What a page sends
// by itself, without anybody doing anything, goes with the header `x-quiet`.
export function post(path, fields = {}, headers = {}) {
  const token = document.querySelector("input[name=form_token]")?.value ?? "";
  return fetch(path, {
    method: "POST",
    headers: { "x-form-token": token, ...headers },
    body: new URLSearchParams(fields),
  });
}
