<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="bo_CN" sourcelanguage="en">
<context>
    <name>dates</name>
    <message>
        <source>{weekday}, {year}-{month}-{day}</source>
        <translation>{year} ཟླ་ {month} ཚེས་ {day} {weekday}</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>གཟའ་ཟླ་བ།</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>གཟའ་མིག་དམར།</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>གཟའ་ལྷག་པ།</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>གཟའ་ཕུར་བུ།</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>གཟའ་པ་སངས།</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>གཟའ་སྤེན་པ།</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>གཟའ་ཉི་མ།</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>This did not work. Please ask a guide.</source>
        <translation>གྲུབ་མ་སོང་། ལམ་སྟོན་པར་འདྲི་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>There is no such ticket.</source>
        <translation>ཨང་འཛིན་འདི་མི་འདུག</translation>
    </message>
    <message>
        <source>There is no such queue any more.</source>
        <translation>ད་ལྟ་སྒུག་གྲལ་འདི་མི་འདུག</translation>
    </message>
    <message>
        <source>There is no such matter any more.</source>
        <translation>ད་ལྟ་དོན་ཚན་འདི་མི་འདུག</translation>
    </message>
    <message>
        <source>There is no such window.</source>
        <translation>སྒེའུ་ཁུང་འདི་མི་འདུག</translation>
    </message>
    <message>
        <source>There is no such zone.</source>
        <translation>ས་ཁུལ་འདི་མི་འདུག</translation>
    </message>
    <message>
        <source>There is no such class of visitors.</source>
        <translation>མི་སྣའི་རིགས་འདི་མི་འདུག</translation>
    </message>
    <message>
        <source>There is no such reason.</source>
        <translation>རྒྱུ་མཚན་འདི་མི་འདུག</translation>
    </message>
    <message>
        <source>This hall does not speak that language.</source>
        <translation>ཚོམས་ཆེན་འདིར་སྐད་ཡིག་དེ་མི་འདུག</translation>
    </message>
    <message>
        <source>Ticket {number} is not waiting any more.</source>
        <translation>ཨང་རྟགས་ {number} སྒུག་གྲལ་ནང་མི་འདུག</translation>
    </message>
    <message>
        <source>Ticket {number} has not been called.</source>
        <translation>ཨང་རྟགས་ {number} ད་དུང་བོས་མི་འདུག</translation>
    </message>
    <message>
        <source>Ticket {number} was not passed.</source>
        <translation>ཨང་རྟགས་ {number} འདས་མེད།</translation>
    </message>
    <message>
        <source>Ticket {number} is not at a window.</source>
        <translation>ཨང་རྟགས་ {number} སྒེའུ་ཁུང་དུ་མི་འདུག</translation>
    </message>
    <message>
        <source>Ticket {number} is being served or has ended.</source>
        <translation>ཨང་རྟགས་ {number} སྒྲུབ་བཞིན་ཡོད་པའམ་མཇུག་རྫོགས་ཟིན།</translation>
    </message>
    <message>
        <source>Somebody else was quicker. Please look again.</source>
        <translation>གཞན་གྱིས་སྔོན་ལ་བསྒྲུབས་ཟིན། ཡང་བསྐྱར་གཟིགས་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>Nobody is at the window.</source>
        <translation>སྒེའུ་ཁུང་དུ་མི་མི་འདུག</translation>
    </message>
    <message>
        <source>Clerk {clerk} is at window {window} now.</source>
        <translation>སྒེའུ་ཁུང་ཨང་ {window} ད་ལྟ་ལས་བྱེད་པ་ {clerk} ཡིས་བཀོལ་བཞིན་ཡོད།</translation>
    </message>
    <message>
        <source>Somebody is still at the window.</source>
        <translation>སྒེའུ་ཁུང་དུ་ད་དུང་མི་འདུག</translation>
    </message>
    <message>
        <source>The window is not open.</source>
        <translation>སྒེའུ་ཁུང་ཕྱེ་མི་འདུག</translation>
    </message>
    <message>
        <source>Name or PIN is wrong.</source>
        <translation>མིང་ངམ་གསང་ཨང་ནོར་འདུག</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Please wait a while.</source>
        <translation>གསང་ཨང་ནོར་ཐེངས་མང་དྲགས་པས་ཅུང་ཙམ་སྒུག་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>This was sent before. Please look again.</source>
        <translation>འདི་སྔོན་ལ་བསྐུར་ཟིན། ཡང་བསྐྱར་གཟིགས་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>Please sign in again.</source>
        <translation>ཡང་བསྐྱར་ནང་འཛུལ་གནང་རོགས།</translation>
    </message>
    <message>
        <source>You may not do this.</source>
        <translation>ཁྱེད་ལ་དབང་ཚད་འདི་མི་འདུག</translation>
    </message>
    <message>
        <source>The request was not understood.</source>
        <translation>རེ་ཞུའི་ནང་དོན་ནོར་འདུག</translation>
    </message>
    <message>
        <source>The hall&apos;s computer does not know this request.</source>
        <translation>ཚོམས་ཆེན་གྱི་གློག་ཀླད་ཀྱིས་རེ་ཞུ་འདི་མི་ཤེས།</translation>
    </message>
    <message>
        <source>This request is not allowed here.</source>
        <translation>འདིར་རེ་ཞུ་འདི་མི་ཆོག</translation>
    </message>
    <message>
        <source>The hall&apos;s computer does not answer.</source>
        <translation>ཚོམས་ཆེན་གྱི་གློག་ཀླད་ཀྱིས་ལན་མི་འདེབས།</translation>
    </message>
    <message>
        <source>A device did not work.</source>
        <translation>སྒྲིག་ཆས་ཀྱིས་ལས་ཀ་བྱེད་མ་ཐུབ།</translation>
    </message>
    <message>
        <source>The device does not answer.</source>
        <translation>སྒྲིག་ཆས་ཀྱིས་ལན་མི་འདེབས།</translation>
    </message>
    <message>
        <source>The printer is out of paper.</source>
        <translation>པར་འདེབས་འཕྲུལ་ཆས་ཀྱི་ཤོག་བུ་རྫོགས་སོང་།</translation>
    </message>
    <message>
        <source>The printer&apos;s cover is open.</source>
        <translation>པར་འདེབས་འཕྲུལ་ཆས་ཀྱི་ཁ་ལེབ་ཁ་ཕྱེ་འདུག</translation>
    </message>
    <message>
        <source>The printer reports a fault.</source>
        <translation>པར་འདེབས་འཕྲུལ་ཆས་ལ་སྐྱོན་བྱུང་འདུག</translation>
    </message>
</context>
</TS>
