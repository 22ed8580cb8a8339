/** How a page looks: light and dark, wide and narrow, on paper. Nothing in it comes from a scenario. */

const LIGHT = `--page:#fff;--panel:#f5f6f8;--text:#1b2129;--faint:#535e6b;--line:#cfd5dc;--ground:#e6e9ed;--span:#3f6fa8;--area:#7fa3cc;--strong:#0b57a4;--warn:#8a3b00;--warn-ground:#fdf0e2;--mark:#8a5a00`;
const DARK = `--page:#14171c;--panel:#1b1f26;--text:#e6e9ee;--faint:#a9b3bf;--line:#3a424d;--ground:#2a3039;--span:#7fb0ea;--area:#4d76a6;--strong:#8fc0f7;--warn:#f3b27a;--warn-ground:#3a2a18;--mark:#d3a947`;

const FONTS =
  "system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,'Liberation Sans','Noto Sans','DejaVu Sans',sans-serif";

export const STYLE = `
:root{color-scheme:light dark;${LIGHT}}
@media (prefers-color-scheme:dark){:root{${DARK}}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:var(--page);color:var(--text);font:16px/1.5 ${FONTS};overflow-wrap:anywhere}
h1{font-size:1.7rem;line-height:1.2;margin:.2rem 0}
h2{font-size:1.3rem;line-height:1.25;margin:2.4rem 0 .4rem;padding-top:.6rem;border-top:2px solid var(--line)}
h3{font-size:1.05rem;margin:1.3rem 0 .3rem}
p,ul,ol{margin:.4rem 0}
a{color:var(--strong)}
header,main,footer{max-width:84rem;margin:0 auto;padding:0 1rem}
header{padding-top:1rem}
.lead{color:var(--faint);margin-top:0}
.faint,.scale{color:var(--faint)}
.faint{font-size:.9em}
.answer{font-size:1.2rem;line-height:1.4;margin:.6rem 0}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:-999px}
.skip:focus{left:1rem;top:.5rem;background:var(--page);padding:.4rem .8rem;outline:2px solid var(--strong);z-index:3}
nav ul{display:flex;flex-wrap:wrap;gap:.2rem 1rem;list-style:none;padding:0;font-size:.95rem}
.notice{border-left:4px solid var(--mark);background:var(--panel);padding:.5rem .8rem}
.warn{border-left:4px solid var(--warn);background:var(--warn-ground);padding:.5rem .8rem}
:focus-visible{outline:2px solid var(--strong);outline-offset:2px}
table{border-collapse:collapse;width:100%;margin:.4rem 0;font-size:.95rem}
caption{text-align:left;color:var(--faint);font-size:.9rem;padding:.2rem 0}
th,td{text-align:left;vertical-align:middle;padding:.25rem .5rem .25rem 0;border-bottom:1px solid var(--line);font-weight:400}
thead th{color:var(--faint);font-size:.85rem;vertical-align:bottom}
.number{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
tbody tr:last-child>*{border-bottom:0}
.outcomes th[scope=row],.happened th[scope=row],.measures th[scope=row],.tornado th[scope=row]{width:30%}
.by-day th[scope=row]{width:24%}
.words th[scope=row]{width:32%;vertical-align:top}
.words .change{display:block}
.timeline th[scope=row]{width:8rem;white-space:nowrap;vertical-align:top}
.timeline td{vertical-align:top}
.timeline td:last-child{width:28%}
.manifest th[scope=row]{width:9rem}
.grid th,.grid td{min-width:5.5rem}
.grid th[scope=row]{min-width:11rem}
.grid thead th{white-space:normal}
.scrolls{overflow-x:auto;max-width:100%;position:relative}
.sign{display:inline-block;width:1.1em}
svg.bar{display:block;width:100%;height:1.25rem;min-width:4rem}
svg.days{display:block;width:100%;height:1.9rem;min-width:6rem;background:var(--ground)}
svg.ticks{display:block;width:100%;height:.95rem;min-width:6rem;overflow:visible}
svg.ticks text{font-size:11px;fill:var(--faint)}
.ground{fill:var(--ground)}
.span{fill:var(--span)}
.area{fill:var(--area)}
.value{stroke:var(--text);stroke-width:1;stroke-opacity:.45;vector-effect:non-scaling-stroke}
.error{stroke:var(--text);stroke-width:2;vector-effect:non-scaling-stroke}
line.was{stroke:var(--text);stroke-width:2;stroke-dasharray:3 2;vector-effect:non-scaling-stroke}
polyline.was{fill:none;stroke:var(--text);stroke-width:1.5;stroke-dasharray:4 3;vector-effect:non-scaling-stroke}
.mark{stroke:var(--mark);stroke-width:1;stroke-opacity:.7}
.whole{font-style:italic}
.depth-1,.depth-2,.depth-3{display:inline-block}
.depth-1{padding-left:.9rem}.depth-2{padding-left:1.8rem}.depth-3{padding-left:2.7rem}
details{margin:.3rem 0}
summary{cursor:pointer;padding:.2rem 0}
details.region>summary,details.group>summary{font-weight:600}
details.region,details.group{border-bottom:1px solid var(--line)}
.command{background:var(--panel);padding:.5rem .8rem;overflow-x:auto;white-space:pre-wrap;font-size:.88rem}
.diagram{margin:0;width:max-content;border:1px solid var(--line);background:var(--page)}
.diagram svg{display:block}
figure{margin:1rem 0}
figure img{max-width:100%;height:auto;background:#fff}
figcaption{color:var(--faint);font-size:.9rem}
.story{list-style:none;padding:0}
.story li{display:grid;grid-template-columns:7rem 1fr;gap:.6rem;padding:.15rem 0}
.when{color:var(--faint)}
.why-line{display:block;color:var(--faint);font-size:.88em}
article:not(:has(.reasons:checked)) .why-line{display:none}
.contested{border:1px solid var(--warn);color:var(--warn);border-radius:3px;padding:0 .3rem;font-size:.85em;white-space:nowrap}
fieldset{border:0;margin:0;padding:0;min-width:0}
legend{font-weight:600;padding:0;margin:.6rem 0 .2rem}
.assumption{padding:.55rem 0;border-bottom:1px solid var(--line)}
.assumption p{margin:.1rem 0}
.assumption .name{line-height:1.3}
.assumption.set .name{font-weight:600}
.assumption.set .name::before{content:"✎ "}
.marks{font-size:.88rem;color:var(--faint)}
.moves{color:var(--text)}
.marks>span{margin-right:.5rem}
.treatment{font-size:.88rem;color:var(--faint)}
svg.weight{display:block;width:100%;height:5px;margin-top:.25rem}
.why{font-size:.92rem}
.inputs,.ask,.live{display:none}
.alive .inputs{display:flex;gap:.5rem;align-items:center;margin:.2rem 0}
.alive .ask{display:block}
.alive .live{display:revert}
input[type=range]{flex:1;min-width:0;accent-color:var(--span);height:1.6rem}
input[type=number]{width:5.6rem}
input,select,button{font:inherit;font-size:.95rem;color:var(--text);background:var(--page);border:1px solid var(--faint);border-radius:4px;padding:.2rem .4rem;max-width:100%;min-height:1.9rem}
input[type=checkbox]{min-height:0}
button{cursor:pointer;background:var(--panel)}
.inputs select{flex:1;min-width:0}
.ask select{max-width:100%}
#seed{width:7rem}
.tools{display:flex;flex-wrap:wrap;gap:.5rem;margin:.5rem 0}
.alive .tools.live{display:flex}
#brief{display:none}
.status{min-height:1.5em;color:var(--faint);font-size:.9rem}
footer{border-top:2px solid var(--line);margin-top:2rem;padding-top:1rem;padding-bottom:2rem;color:var(--faint)}
@media (min-width:64rem){
.alive main{display:grid;grid-template-columns:22rem minmax(0,1fr);column-gap:2.2rem;align-items:start}
.alive main>section{grid-column:2}
.alive main>aside{grid-column:1;grid-row:1/span 20;position:sticky;top:0;max-height:100vh;overflow-y:auto;padding-right:.8rem;border-right:1px solid var(--line)}
aside h2{border-top:0}
}
@media (max-width:44rem){
body{font-size:15.5px}
.wide{display:none}
th,td{padding-right:.35rem}
.outcomes th[scope=row],.happened th[scope=row],.tornado th[scope=row]{width:36%}
.by-day{table-layout:fixed}
.by-day .number{white-space:normal}
.by-day th:first-child{width:33%}.by-day th:nth-child(3){width:17%}.by-day th:nth-child(4){width:13%}
.depth-1{padding-left:.4rem}.depth-2{padding-left:.8rem}.depth-3{padding-left:1.2rem}
.on{display:block;white-space:nowrap}
.tornado td.number{white-space:normal}
.story li{grid-template-columns:4.6rem 1fr}
.timeline th[scope=row]{width:4.6rem;white-space:normal}
.timeline td:last-child{width:30%}
.alive #brief{display:block;position:sticky;bottom:0;background:var(--panel);border-top:2px solid var(--line);padding:.4rem 1rem;font-size:.9rem;z-index:2}
.alive #brief:empty{display:none}
}
@media print{
:root{${LIGHT}}
body{font-size:10.5pt}
.ask,.inputs,.tools,.live,.skip,nav,#brief,.status,.alive .inputs,.alive .ask,.alive .live,.alive #brief{display:none!important}
.alive main{display:block}
.alive main>aside{position:static;max-height:none;overflow:visible;border:0}
article .why-line{display:block!important}
h2,h3,legend,summary,caption,thead{break-after:avoid}
tr,.assumption,figure{break-inside:avoid}
.scrolls{overflow:visible}
.diagram{width:auto}.diagram svg{width:100%;height:auto;max-height:24cm}
.grid{font-size:7.5pt}.grid th,.grid td,.grid th[scope=row]{min-width:0;padding-right:2px}
a{color:inherit}
}
`;
