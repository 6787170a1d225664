#!/bin/sh
# cutline sheet --format ninjs and newsml: what other programs make of them, and the way back.
# shellcheck source=tests/cli/lib.sh
. "${0%/*}/lib.sh"

run import -q "$samples"
run tag reuters:RTX2CGS3 'headline=Boats & "sails" <1>' 'instructions=Line	one'
for format in ninjs newsml; do
    run sheet --format "$format" media:RTX2CGS3 -o "one.$format"
    exits "$format of one photo" 0
    run sheet --format "$format" --title 'All & more' -o "all.$format"
    exits "$format of all" 0
    run sheet --format "$format" --allow-empty media:nothing -o "none.$format"
done

# ninjs.
jq . one.ninjs >out
holds 'one photo is a picture item' '.[0] | .type == "picture" and .uri == "cutline:reuters:RTX2CGS3"
    and .standard.version == "3.3"'
holds 'with caption and credit' '.[0].descriptions | map({(.role): .value}) | add |
    .creditline == "REUTERS/Lena Hofbauer" and (.caption | startswith("A sailing boat"))'
holds 'people and places' '.[0] | .by == "Lena Hofbauer" and .located == "Geneva, Switzerland"'
holds 'IDs by namespace' '.[0].altIds == [{"role": "reuters", "value": "RTX2CGS3"}]'
holds 'and the file' '.[0].renditions[0] | .contentType == "image/jpeg" and .width == 320 and
    (.href | startswith("file:///"))'
jq . all.ninjs >out
holds 'several are a composite item' '.[0] | .type == "composite" and .title == "All & more" and
    (.associations | length > 5 and all(.name != null and .type == "picture"))'
holds 'a day without a time is no instant' '.[0].associations | map(select(.contentCreated)) |
    all(.contentCreated | test("T.*(Z|[+-][0-9:]+)$"))'
holds 'but is not lost' '[.[0].associations[] | .descriptions[] | select(.role == "date")] | length > 0'
jq . none.ninjs >out
holds 'no photo is an empty one' '.[0].associations == []'

# NewsML-G2.
check 'well-formed XML' xmllint --noout one.newsml all.newsml none.newsml
check 'markup is escaped' grep -Fq 'Boats &amp; &quot;sails&quot; &lt;1&gt;' one.newsml
check 'several are a message with a package' grep -q '<itemRef residref="cutline:reuters:RTX2CGS3"/>' all.newsml

# Killed pictures.
run kill ap:16123640518273 --reason 'Retracted'
run sheet --format ninjs --killed media:16123640518273
holds 'a killed photo is canceled' '.[0] | .pubStatus == "canceled" and
    (.edNote | startswith("KILL: this picture must not be used: Retracted"))'
run sheet --format newsml --killed media:16123640518273
check 'in NewsML, too' grep -q '<pubStatus qcode="stat:canceled"/>' out

# The way back: what goes out as a feed comes in as one.
for format in ninjs newsml; do
    case $format in ninjs) name=feed.json ;; *) name=feed.xml ;; esac
    cp "all.$format" "$name"
    run --db "$format.db" import -q "$name"
    run --db "$format.db" credit RTX2CGS3
    prints "$format: credit by ID" 'REUTERS/Lena Hofbauer'
    run --db "$format.db" credit aawsat:55350159
    prints "$format: credit of another archive" 'REUTERS/Denis Balibouse'
    run --db "$format.db" show --json RTX2CGS3
    holds "$format: fields" '.[0].fields | .headline == "Boats & \"sails\" <1>" and
        .city == "Geneva" and .country == "Switzerland" and .keywords == ["lake", "sailing"]'
done

# The IPTC's own schemas, which are not part of the project.
if [ -z "${CUTLINE_SCHEMAS:-}" ]; then
    skip 'schemas of the IPTC: CUTLINE_SCHEMAS is not set'
    finish
fi
newsml=$CUTLINE_SCHEMAS/newsml-g2/NewsML-G2_2.35-spec-All-Power.xsd
check 'NewsML-G2 2.35' xmllint --nonet --noout --schema "$newsml" one.newsml all.newsml none.newsml
cat >validate.py <<'END'
import glob, json, sys, warnings
warnings.simplefilter("ignore")
import jsonschema
folder, names = sys.argv[1], sys.argv[2:]
schema = json.load(open(folder + "/ninjs-schema_3.3.json"))
other = json.load(open(glob.glob(folder + "/geojson*.json")[0]))
geo = "https://geojson.org/schema/GeoJSON.json"
resolver = jsonschema.RefResolver.from_schema(schema, store={geo: other, geo + "#": other})
checker = jsonschema.Draft202012Validator(schema, resolver=resolver, format_checker=jsonschema.FormatChecker())
faults = [name + ": " + e.message for name in names for e in checker.iter_errors(json.load(open(name)))]
print("\n".join(faults))
sys.exit(1 if faults else 0)
END
python=python3
"$python" -c 'import jsonschema' 2>/dev/null || python=/usr/bin/python3
check 'ninjs 3.3' "$python" validate.py "$CUTLINE_SCHEMAS/ninjs" one.ninjs all.ninjs none.ninjs
echo '{"type": "picture"}' >broken.ninjs
"$python" validate.py "$CUTLINE_SCHEMAS/ninjs" broken.ninjs >out 2>err
status=$?
exits 'a fault would be seen' 1
finish
