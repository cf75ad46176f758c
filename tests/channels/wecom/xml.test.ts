import { describe, expect, test } from 'vitest';
import { readXml, textIn, writeXml } from '../../../src/channels/wecom/xml.ts';

describe('what WeCom sends is read', () => {
  test('elements, CDATA, numbers and white space between', () => {
    const xml = readXml('<xml>\n <A><![CDATA[<b> & ]] c]]></A>\t<N>7</N>\r\n<Empty/><Void></Void></xml>\n');
    expect([textIn(xml, 'A'), textIn(xml, 'N'), textIn(xml, 'Empty')]).toEqual(['<b> & ]] c', '7', undefined]);
    expect(xml?.children.map((c) => c.name)).toEqual(['A', 'N', 'Empty', 'Void']);
  });

  test('the five named entities, and a declaration', () => {
    const xml = readXml('<?xml version="1.0" encoding="UTF-8"?><xml><A>1 &lt; 2 &amp;&quot;&apos;&gt;</A></xml>');
    expect(textIn(xml, 'A')).toBe(`1 < 2 &"'>`);
  });

  test('a name that comes twice has no one text', () => {
    expect(textIn(readXml('<xml><A>1</A><A>2</A></xml>'), 'A')).toBeUndefined();
  });
});

describe('everything else is refused', () => {
  test.each([
    ['nothing', ''],
    ['no XML', 'hello'],
    ['JSON', '{"Encrypt":"a"}'],
    ['a document type', '<!DOCTYPE xml><xml><A>1</A></xml>'],
    ['an external entity', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><xml><A>&e;</A></xml>'],
    ['a parameter entity', '<!DOCTYPE x [<!ENTITY % e SYSTEM "http://127.0.0.1/x.dtd"> %e;]><xml/>'],
    ['laughs', `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><xml><A>&b;</A></xml>`],
    ['an unknown entity', '<xml><A>&nbsp;</A></xml>'],
    ['a numbered entity', '<xml><A>&#65;</A></xml>'],
    ['a bare ampersand', '<xml><A>a & b</A></xml>'],
    ['an inherited name as an entity', '<xml><A>&valueof;</A></xml>'],
    ['an attribute', '<xml><A x="1">1</A></xml>'],
    ['a name space', '<x:xml xmlns:x="u"><A/></x:xml>'],
    ['a comment', '<xml><!-- c --><A>1</A></xml>'],
    ['an instruction', '<xml><?php echo 1 ?><A>1</A></xml>'],
    ['an inclusion', '<xml><xi:include href="file:///etc/passwd"/></xml>'],
    ['words between elements', '<xml>words<A>1</A></xml>'],
    ['CDATA between elements', '<xml><![CDATA[ ]]><A>1</A></xml>'],
    ['CDATA without an end', '<xml><A><![CDATA[a</A></xml>'],
    ['an end of CDATA alone', '<xml><A>a]]>b</A></xml>'],
    ['an element without an end', '<xml><A>1</xml>'],
    ['elements across', '<xml><A><B></A></B></xml>'],
    ['an end without a beginning', '</xml>'],
    ['an end too many', '<xml></xml></xml>'],
    ['two roots', '<xml></xml><xml></xml>'],
    ['words behind', '<xml></xml>more'],
    ['another encoding', '<?xml version="1.0" encoding="UTF-7"?><xml></xml>'],
    ['a space before', ' <?xml version="1.0"?><xml></xml>'],
    ['a root that is only opened', '<xml>'],
    ['too deep', `${'<a>'.repeat(9)}${'</a>'.repeat(9)}`],
    ['far too deep', '<a>'.repeat(80_000)],
    ['too many', `<xml>${'<a/>'.repeat(501)}</xml>`],
  ])('%s', (_, source) => {
    expect(readXml(source)).toBeUndefined();
  });

  test('however large: work by the square of the text would never come to an end', () => {
    for (const part of ['<![CDATA[', '<a', '&lt', '<a>x', ']]>', '<a></a>', '&'])
      expect(readXml(part.repeat(4_000_000 / part.length)), part).toBeUndefined();
  });
});

test('what is written is read again', () => {
  const hostile = ']]><x>&amp;</x><![CDATA[';
  const written = writeXml({
    xml: { A: hostile, N: 7, List: [{ K: '1' }, { K: '2' }], Deep: { Deeper: { End: '止' } } },
  });
  const xml = readXml(written);
  expect(textIn(xml, 'A')).toBe(hostile);
  expect(xml?.children.filter((c) => c.name === 'List').map((c) => textIn(c, 'K'))).toEqual(['1', '2']);
  expect(written).toContain('<N>7</N>');
});
