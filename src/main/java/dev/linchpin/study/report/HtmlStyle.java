package dev.linchpin.study.report;

/** How the HTML of a report looks. */
final class HtmlStyle {
  static final String CSS =
      """

      :root{--ink:#1f2328;--soft:#59636e;--rule:#d1d9e0;--ground:#ffffff;--tint:#f6f8fa;--link:#0550ae}
      @media (prefers-color-scheme:dark){
      :root{--ink:#e6edf3;--soft:#9198a1;--rule:#3d444d;--ground:#0d1117;--tint:#151b23;--link:#79c0ff}
      }
      *{box-sizing:border-box}
      html{background:var(--ground);color:var(--ink);-webkit-text-size-adjust:100%}
      body{margin:0;font:17px/1.6 Charter,"Bitstream Charter","Sitka Text",Cambria,Georgia,serif}
      main{max-width:48rem;margin:0 auto;padding:2rem 1rem 4rem;overflow-wrap:break-word}
      h1,h2,h3,nav,table,dl,.note{font-family:-apple-system,"Segoe UI",Helvetica,Arial,sans-serif}
      h1{font-size:1.8rem;line-height:1.25;margin:0 0 1.25rem}
      h2{font-size:1.3rem;line-height:1.3;margin:2.75rem 0 .75rem;padding-top:1rem;border-top:1px solid var(--rule)}
      h3{font-size:1rem;margin:1.5rem 0 .25rem}
      a{color:var(--link)}
      ul.summary{padding:1rem 1.25rem 1rem 2.25rem;background:var(--tint);border-left:4px solid var(--link);margin:0}
      nav h2{border:0;padding:0;margin:1.75rem 0 .25rem;font-size:1rem}
      nav ol{margin:0;padding-left:1.5rem;font-size:.9rem}
      dl{display:grid;grid-template-columns:minmax(8rem,max-content) 1fr;gap:.2rem 1.25rem;font-size:.9rem}
      dt{color:var(--soft)}
      dd{margin:0;overflow-wrap:anywhere}
      pre{overflow-x:auto;padding:.75rem 1rem;background:var(--tint);font-size:.85rem}
      .question{color:var(--soft);font-style:italic}
      .answer{font-weight:700}
      .wide,figure{overflow-x:auto;margin:1.5rem 0 .5rem}
      table{border-collapse:collapse;font-size:.85rem;line-height:1.4;font-variant-numeric:tabular-nums;min-width:60%}
      caption{text-align:left;font-weight:600;padding-bottom:.5rem}
      th,td{padding:.35rem .9rem .35rem 0;text-align:left;vertical-align:top}
      th:last-child,td:last-child{padding-right:.25rem}
      thead th{border-top:2px solid var(--ink);border-bottom:1px solid var(--ink);vertical-align:bottom}
      tbody th{font-weight:400}
      tbody tr{border-bottom:1px solid var(--rule)}
      tbody tr:last-child{border-bottom:2px solid var(--ink)}
      .number{text-align:right;white-space:nowrap}
      thead .number{white-space:normal}
      .note{color:var(--soft);font-size:.8rem;margin:0 0 1.5rem}
      figure svg{display:block;width:100%;min-width:34rem;height:auto;border:1px solid var(--rule)}
      @media print{body{font-size:11pt}h2,caption{break-after:avoid}figure,tr{break-inside:avoid}.wide,figure{overflow:visible}}
      """;

  private HtmlStyle() {}
}
