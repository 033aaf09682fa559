/** What `planproof import --help` says: the formats, and how to make an export. */

export const IMPORT_HELP = `planproof import FORMAT FILE [--out FILE] [--json]

Writes a matrix from another format: to stdout, or to a new file with --out. What the matrix cannot
take is listed on stderr and at the head of the file, each with its reason. Nothing is filled in that
the source does not say. Exit codes: 0 written, 2 could not read the source.

  planproof import pricing2yaml pricing.yml --out entitlements.yaml
  planproof import stripe export.json --out entitlements.yaml

pricing2yaml   a pricing in Pricing2Yaml, syntaxVersion 2.1.

stripe         one JSON file with lists as the Stripe API gives them (whole answers or their \`data\`):

  {
    "account": ...,             GET /v1/account                      its name; optional
    "products": ...,            GET /v1/products
    "prices": ...,              GET /v1/prices, with tiers and currency_options expanded
    "features": ...,            GET /v1/entitlements/features
    "product_features": {       GET /v1/products/ID/features, by the product's id
      "prod_123": ...
    },
    "meters": ...               GET /v1/billing/meters               optional
  }

  Every page of a list is needed: a list that says \`has_more\` is refused, as plans would lack what
  stands on the next page. With the Stripe command line and jq (add --live to each call for what you
  really sell):

    stripe get /v1/products --limit 100 > products.json
    stripe get /v1/prices --limit 100 -e data.tiers -e data.currency_options > prices.json
    stripe get /v1/entitlements/features --limit 100 > features.json
    stripe get /v1/billing/meters --limit 100 > meters.json
    for id in $(jq -r '.data[].id' products.json); do
      stripe get "/v1/products/$id/features" --limit 100 | jq --arg id "$id" '{($id): .}'
    done | jq -s add > product_features.json
    jq -n --slurpfile a products.json --slurpfile b prices.json --slurpfile c features.json \\
      --slurpfile d product_features.json --slurpfile e meters.json \\
      '{products: $a[0], prices: $b[0], features: $c[0], product_features: $d[0], meters: $e[0]}' > export.json

  A product is a plan; one with \`planproof: addon\` in its metadata is an add-on. A product's features
  are all it has; where \`product_features\` does not name a product, what it has is unknown.`;
