/** The style sheet of the page: phone and desktop, light and dark, screen and paper. */
export const style = `
:root{color-scheme:light dark;--ground:#f7f7f5;--card:#fff;--ink:#1b1d21;--quiet:#5a606a;--edge:#dddfe3;--soft:#f0f1f2;--accent:#1f4fbf;
--good:#176b40;--good-ground:#e2f3e8;--bad:#a8221b;--bad-ground:#fce6e4;--warn:#7a4e00;--warn-ground:#fcefd2;--calm-ground:#eceef0;--shadow:0 1px 2px #0000000d}
@media (prefers-color-scheme:dark){:root{--ground:#111316;--card:#191c20;--ink:#e9ebee;--quiet:#a5acb6;--edge:#31363d;--soft:#22262b;--accent:#93b7ff;
--good:#7bd8a1;--good-ground:#15321f;--bad:#ff9f97;--bad-ground:#421b19;--warn:#f3c66d;--warn-ground:#3a2c0b;--calm-ground:#272b31;--shadow:none}}
*{box-sizing:border-box}
html{scroll-padding-top:1rem;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--ink);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
main{max-width:76rem;margin:0 auto;padding:1.5rem 1rem 4rem}
h1,h2,h3,p,ul,ol,dl,dd,pre{margin:0}
h1,h2,h3{line-height:1.25;text-wrap:balance}
h2{font-size:1.375rem;letter-spacing:-.01em}
ul,ol{padding:0;list-style:none}
code,pre{font:.8125rem/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace}
code{overflow-wrap:anywhere}
a{color:var(--accent);text-underline-offset:.2em}
b,strong{font-weight:600}
[hidden]{display:none!important}
.icon{width:1rem;height:1rem;flex:none;fill:none;stroke:currentColor;stroke-width:1.7;stroke-linecap:round;stroke-linejoin:round}
.sprite{position:absolute;width:0;height:0}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:1rem;top:-4rem;background:var(--card);padding:.5rem 1rem;z-index:9;border-radius:.5rem}
.skip:focus{top:1rem}
.quiet{color:var(--quiet)}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
h3:focus{outline:none}
section{margin-top:3rem}
section>h2+*{margin-top:.75rem}

.brand{font-weight:650;letter-spacing:-.01em;margin-bottom:1rem}
.brand span{font-weight:400;color:var(--quiet)}
.verdict{display:flex;gap:1.125rem;align-items:flex-start;padding:1.5rem;border-radius:.875rem;background:var(--v-ground);border:1px solid color-mix(in srgb,var(--v) 25%,transparent)}
.verdict>.icon{width:2.75rem;height:2.75rem;color:var(--v);stroke-width:1.25;margin-top:.1rem}
.verdict h1{font-size:2rem;letter-spacing:-.025em;color:var(--v)}
.verdict p{margin-top:.25rem}
.verdict ul{margin-top:.75rem;font-weight:500;display:grid;gap:.35rem;overflow-wrap:anywhere}
.verdict li::first-letter{text-transform:uppercase}
.tone-good{--v:var(--good);--v-ground:var(--good-ground)}
.tone-bad{--v:var(--bad);--v-ground:var(--bad-ground)}
.tone-warn{--v:var(--warn);--v-ground:var(--warn-ground)}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(12rem,1fr));gap:1rem 2rem;margin-top:1.25rem}
dt{color:var(--quiet);font-size:.8125rem}
.digest{color:var(--quiet)}
nav{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;margin-top:1.5rem;padding-top:.75rem;border-top:1px solid var(--edge)}
nav a{text-decoration:none;padding:.25rem 0}
nav a:hover{text-decoration:underline}

.scroll{overflow:auto;background:var(--card);border:1px solid var(--edge);border-radius:.75rem;box-shadow:var(--shadow);max-width:100%;position:relative}
table{border-collapse:separate;border-spacing:0;width:100%;font-variant-numeric:tabular-nums}
th{font-weight:600;text-align:left}
.numbers th,.numbers td{padding:.6rem .875rem;border-bottom:1px solid var(--edge)}
.numbers tr:last-child>*{border-bottom:0}
.numbers thead th{color:var(--quiet);font-size:.8125rem;font-weight:500;white-space:nowrap}
thead tr:last-child>*{border-bottom:1px solid var(--edge)!important}
.numbers td,.numbers thead th:not(:first-child){text-align:right;white-space:nowrap}
.scroll+.quiet{margin-top:.75rem}
.numbers tbody th,.numbers thead th:first-child{position:sticky;left:0;background:var(--card)}
.numbers .alarm{color:var(--warn);font-weight:700}
.bar-cell{width:30%;min-width:7rem}
.bar{display:block;border-radius:4px;background:var(--calm-ground)}
.bar-read{fill:var(--good)}.bar-absent{fill:var(--bad)}.bar-unread{fill:var(--warn)}

.map-bar{margin-top:1rem;display:flex;flex-wrap:wrap;gap:.75rem 1.5rem;align-items:center;justify-content:space-between}
[role=tablist]{display:flex;flex-wrap:wrap;gap:.25rem;background:var(--soft);padding:.25rem;border-radius:.625rem}
[role=tab]{border:0;background:none;color:var(--ink);font:inherit;padding:.4rem .9rem;border-radius:.4rem;cursor:pointer;min-height:2.25rem}
[role=tab][aria-selected=true]{background:var(--card);font-weight:600;box-shadow:0 1px 3px #0003}
.badge{font-size:.75rem;font-weight:650;background:var(--bad-ground);color:var(--bad);border-radius:1rem;padding:.05rem .45rem;margin-left:.15rem}
.switches{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;font-size:.9375rem}
.switches label{display:flex;gap:.45rem;align-items:center;min-height:2rem}
.switches input{width:1.05rem;height:1.05rem;accent-color:var(--accent);margin:0}
.legend{display:flex;flex-wrap:wrap;gap:.4rem 1.25rem;margin:.875rem 0;font-size:.8125rem;color:var(--quiet)}
.legend li{display:flex;gap:.35rem;align-items:center}
.legend b{color:var(--ink)}
.mark{display:inline-grid;place-items:center;width:1.75rem;height:1.75rem;border-radius:.4rem;border:1px solid transparent;padding:0;background:var(--s-ground);color:var(--s)}
.legend .mark{width:1.375rem;height:1.375rem}
.legend .icon{width:.875rem;height:.875rem}
.status-same{--s:var(--good);--s-ground:var(--good-ground)}
.status-differs{--s:var(--bad);--s-ground:var(--bad-ground)}
.status-absent{--s:var(--bad);--s-ground:var(--bad-ground)}
.status-unread{--s:var(--warn);--s-ground:var(--warn-ground)}
.status-unknown,.status-excluded{--s:var(--quiet);--s-ground:var(--calm-ground)}
.mark.status-differs,.mark.status-absent,.mark.status-unread{border-color:var(--s)}
.panel h3{margin:1.5rem 0 .5rem;font-size:1rem}
[role=tabpanel] h3{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.tabbed .panel:not(.chosen){display:none}
@media (scripting:enabled){.panel:not(.chosen){display:none}}
.panel .scroll{max-height:85vh}
.map{width:auto;min-width:100%;font-size:.875rem}
.map th,.map td{padding:.2rem .3rem;text-align:center}
.map tbody th,.map .corner{position:sticky;left:0;z-index:1;background:var(--card);text-align:left;font-weight:500;padding:.3rem .875rem;width:22rem;min-width:10rem;line-height:1.3;border-right:1px solid var(--edge)}
.map small{display:block;color:var(--quiet);font-weight:400;font-size:.6875rem;text-transform:none;letter-spacing:0}
.map thead{position:sticky;top:0;z-index:2;background:var(--card)}
.map .line{font-size:.6875rem;font-weight:600;letter-spacing:.05em;text-transform:uppercase;color:var(--quiet);text-align:left;padding:.6rem .5rem .2rem;border-left:1px solid var(--edge);vertical-align:top;white-space:nowrap}
.map thead th{font-weight:500}
.map .first{border-left:1px solid var(--edge)}
.map thead th[scope=col]{min-width:4.5rem;vertical-align:bottom;padding-bottom:.5rem}
.map.dense thead th[scope=col]{min-width:0}
.map.dense thead th[scope=col] span{writing-mode:vertical-rl;transform:rotate(180deg);white-space:nowrap;max-height:11rem;text-align:left}
.map.dense thead th[scope=col]>span{display:inline-block}
.map tbody tr:nth-child(even)>*{background:color-mix(in srgb,var(--soft) 60%,var(--card))}
.map tbody tr:hover>*{background:var(--soft)}
button.mark{cursor:pointer}
button.mark:hover{border-color:currentColor}
.only-trouble .calm,.only-offered .gone{display:none}

dialog{width:min(46rem,calc(100vw - 2rem));max-height:85vh;padding:0;border:1px solid var(--edge);border-radius:.875rem;background:var(--card);color:var(--ink);overflow:auto}
dialog::backdrop{background:#0007}
.dialog-head{display:flex;justify-content:space-between;align-items:center;gap:1rem;position:sticky;top:0;background:var(--card);padding:1rem 1.25rem;border-bottom:1px solid var(--edge)}
.dialog-head h2{font-size:1.125rem}
#spot-body{padding:1.25rem;display:grid;gap:1.5rem}
.entry{margin:0}
.entry h3{display:flex;align-items:center;gap:.5rem;font-size:1rem;color:var(--s)}
.entry h3 span{font-weight:400;color:var(--quiet);font-size:.875rem}
.entry p{margin:.25rem 0 .625rem;font-size:.875rem;color:var(--quiet);overflow-wrap:anywhere}
.links{padding:.75rem 1rem;background:var(--soft);border-radius:.5rem}
.links p{font-size:.8125rem;color:var(--quiet)}

.filters{display:flex;flex-wrap:wrap;gap:.75rem;align-items:end}
.filters label{display:grid;gap:.2rem;font-size:.8125rem;color:var(--quiet);flex:1 1 9rem;min-width:0}
.filters .search{flex:2 1 15rem}
input[type=search],select{font:inherit;font-size:1rem;color:var(--ink);background:var(--card);border:1px solid color-mix(in srgb,var(--quiet) 70%,transparent);border-radius:.5rem;padding:.45rem .65rem;width:100%;min-height:2.625rem}
::placeholder{color:var(--quiet);opacity:1}
button{font:inherit}
.plain,.more button{border:1px solid var(--edge);background:var(--card);color:var(--ink);border-radius:.5rem;padding:.45rem 1rem;min-height:2.625rem;cursor:pointer}
.plain:hover,.more button:hover{background:var(--soft)}
.count{margin:1rem 0 .75rem;color:var(--quiet);font-size:.9375rem}
.findings{display:grid;gap:1rem;grid-template-columns:minmax(0,1fr)}
.finding:nth-child(n+11){content-visibility:auto;contain-intrinsic-size:auto 21rem}
.finding{background:var(--card);border:1px solid var(--edge);border-radius:.75rem;box-shadow:var(--shadow);padding:1.125rem 1.25rem;overflow-wrap:anywhere}
.finding:target,.finding:has(h3:focus){border-color:var(--accent);outline:1px solid var(--accent)}
.level-error{--l:var(--bad)}.level-warning{--l:var(--warn)}.level-note{--l:var(--accent)}
.tags .way{color:var(--ink)}
.tags{display:flex;flex-wrap:wrap;gap:.2rem .75rem;align-items:center;font-size:.8125rem;color:var(--quiet)}
.level{display:inline-flex;gap:.35rem;align-items:center;color:var(--l);font-weight:650;text-transform:capitalize}
.finding h3{font-size:1.0625rem;font-weight:600;margin:.35rem 0 .875rem;text-wrap:pretty}
.sides{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,17rem),1fr));gap:.75rem}
.side{background:var(--soft);border-radius:.5rem;padding:.7rem .875rem;min-width:0}
.gap{background:none;border:1px dashed color-mix(in srgb,var(--quiet) 60%,transparent)}
.who{font-weight:600;color:var(--ink)}
.who::before{content:"· ";color:var(--quiet)}
.value{display:block;font-weight:600;overflow-wrap:anywhere}
.places{margin-top:.25rem;display:grid;gap:.1rem}
.places li{display:grid;grid-template-columns:minmax(0,max-content) auto;justify-content:start;align-items:start;column-gap:.15rem;line-height:1.4}
.places code{user-select:all;padding:.25rem 0}
.places q{color:var(--quiet);font-size:.8125rem;grid-column:1/-1;unicode-bidi:isolate;overflow-wrap:anywhere}
.copy{border:0;background:none;color:var(--quiet);padding:0;width:1.75rem;height:1.75rem;border-radius:.35rem;cursor:pointer;display:inline-grid;place-items:center;vertical-align:middle}
.copy .icon{width:.875rem;height:.875rem}
.copy:hover{background:var(--calm-ground);color:var(--ink)}
.copy.done{color:var(--good);background:var(--good-ground)}
.fix{display:flex;gap:.75rem;margin-top:.875rem}
.fix strong{flex:none;color:var(--quiet);font-weight:500;font-size:.8125rem;line-height:1.5rem}
.facts{display:flex;flex-wrap:wrap;gap:.5rem 2rem;margin-top:.875rem;font-size:.875rem}
.facts>div{min-width:0;max-width:100%}
.facts dt{font-size:.75rem}
summary{cursor:pointer;color:var(--accent);font-size:.875rem;width:fit-content;padding:.15rem 0}
.evidence{margin-top:.5rem}
.picture{display:block;max-width:100%;height:auto;margin-top:.5rem;border:1px solid;border-radius:.375rem}
pre{background:var(--soft);border-radius:.5rem;padding:.75rem;margin-top:.5rem;overflow:auto;max-height:20rem;white-space:pre-wrap;overflow-wrap:anywhere}
.more{display:flex;gap:.75rem;justify-content:center;margin-top:1.25rem;flex-wrap:wrap}
#unseen h3,#decided>h3{font-size:1rem;margin:1.25rem 0 .5rem}
.findings+h3{margin-top:2rem!important}
#decided details>.findings{margin-top:.75rem}
.gaps{display:grid;gap:.4rem}
.left-out{display:grid;gap:.75rem;grid-template-columns:repeat(auto-fill,minmax(min(100%,22rem),1fr))}
.left-out li{background:var(--card);border:1px solid var(--edge);border-radius:.75rem;padding:.875rem 1rem;overflow-wrap:anywhere}
.left-out p{margin-top:.25rem}
.left-out small{font-size:.8125rem;color:var(--quiet)}
#said{position:fixed;bottom:1rem;left:50%;transform:translateX(-50%);background:var(--ink);color:var(--ground);padding:.4rem 1rem;border-radius:2rem;font-size:.875rem}
#said:empty{opacity:0}

@media (max-width:40rem){
main{padding-top:1rem}
section{margin-top:2.25rem}
.verdict{padding:1.125rem;gap:.75rem}
.verdict>.icon{width:2rem;height:2rem}
.verdict h1{font-size:1.5rem}
.figures{grid-template-columns:1fr 1fr;gap:.875rem 1rem}
.figures div:last-child{grid-column:1/-1}
.map tbody th,.map .corner{min-width:8.5rem;max-width:8.5rem;padding-inline:.75rem .5rem;font-size:.8125rem;overflow-wrap:anywhere}
.mark{width:2rem;height:2rem}
.legend{display:grid;grid-template-columns:1fr}
.legend li{flex-wrap:nowrap}
[role=tablist]{width:100%}
[role=tab]{flex:1 1 auto;padding-inline:.5rem}
.finding{padding:1rem}
.copy{width:2rem;height:2rem}
.numbers th,.numbers td{padding-inline:.25rem;font-size:.8125rem}
.numbers th:first-child{padding-left:.75rem}
.numbers :is(th,td):nth-last-child(2){padding-right:.75rem}
.numbers thead th{vertical-align:bottom}
.numbers thead span{display:inline-block;writing-mode:vertical-rl;transform:rotate(180deg)}
.bar-cell{display:none}
}
@media print{
:root{color-scheme:light;--ground:#fff;--card:#fff;--ink:#000;--quiet:#444;--edge:#bbb;--soft:#f4f4f4;--accent:#123a8c;--good:#176b40;--good-ground:#e2f3e8;--bad:#a8221b;--bad-ground:#fce6e4;--warn:#7a4e00;--warn-ground:#fcefd2;--calm-ground:#eee;--shadow:none}
body{font-size:10pt}
main{max-width:none;padding:0}
nav,.bar-cell,.skip,.filters,.map-bar,.more,.copy,#said,dialog{display:none!important}
#map .panel:nth-child(n){display:block}
[role=tabpanel] h3{position:static;width:auto;height:auto;clip-path:none}
.scroll,.panel .scroll{overflow:visible;max-height:none;border:0}
.map{font-size:7pt}
.map thead,.map tbody th,.map .corner{position:static}
.map tbody th,.map .corner{width:auto;min-width:0;padding-inline:0 .5rem}
.map th,.map td{padding:.1rem}
.mark{width:1.1rem;height:1.1rem}.mark .icon{width:.75rem;height:.75rem}
.finding,tr,.verdict{break-inside:avoid}
.finding:nth-child(n){content-visibility:visible}
details::details-content{content-visibility:visible;block-size:auto}
pre{max-height:none}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
`;
