<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="bo_CN" sourcelanguage="en">
<context>
    <name>caller</name>
    <message>
        <source>Call next</source>
        <translation>རྗེས་མ་འབོད་པ།</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>བསྐྱར་འབོད།</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>འགོ་འཛུགས།</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>མཇུག་བསྒྲིལ།</translation>
    </message>
    <message>
        <source>Pass</source>
        <translation>ཨང་བརྒལ།</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>ཕྱིར་སློག</translation>
    </message>
    <message>
        <source>Open window</source>
        <translation>སྒེའུ་ཁུང་ཁ་ཕྱེ་བ།</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>མཚམས་འཇོག</translation>
    </message>
    <message>
        <source>Close window</source>
        <translation>སྒེའུ་ཁུང་སྒོ་རྒྱག་པ།</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>ཕྱིར་འཐེན།</translation>
    </message>
    <message>
        <source>Ask for a rating</source>
        <translation>གདེང་འཇོག་ཞུ་བ།</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>ཁ་ཕྱེ་ཡོད།</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>མཚམས་བཞག</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>སྒོ་བརྒྱབ།</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>བོས་ཟིན།</translation>
    </message>
    <message>
        <source>Being served</source>
        <translation>སྒྲུབ་བཞིན་ཡོད།</translation>
    </message>
    <message>
        <source>Window console</source>
        <translation>སྒེའུ་ཁུང་ཨང་འབོད་འཕྲུལ་ཆས།</translation>
    </message>
    <message>
        <source>Window {window}</source>
        <translation>སྒེའུ་ཁུང་ {window}</translation>
    </message>
    <message>
        <source>Window number</source>
        <translation>སྒེའུ་ཁུང་གི་ཨང་།</translation>
    </message>
    <message>
        <source>Clerk number</source>
        <translation>ལས་བྱེད་པའི་ཨང་།</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>གསང་ཨང་།</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>ནང་འཛུལ།</translation>
    </message>
    <message>
        <source>Signing in …</source>
        <translation>ནང་འཛུལ་བྱེད་བཞིན་པ་་་</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>ཕྱིར་འབུད།</translation>
    </message>
    <message>
        <source>Close and sign out</source>
        <translation>སྒོ་བརྒྱབ་ནས་ཕྱིར་འབུད།</translation>
    </message>
    <message>
        <source>Step {step} of {steps}</source>
        <translation>གོ་རིམ་ {step} / {steps}</translation>
    </message>
    <message>
        <source>The hall&apos;s computer cannot save anything now. It is tried again.</source>
        <translation>ཚོམས་ཆེན་གྱི་གློག་ཀླད་ཀྱིས་ད་ལྟ་ཉར་ཚགས་བྱེད་མི་ཐུབ། ཡང་བསྐྱར་ཚོད་ལྟ་བྱེད་བཞིན་པ་་་</translation>
    </message>
    <message>
        <source>{move}: no answer. Whether it was done is not known yet; this page will show it.</source>
        <translation>“{move}” ལ་ལན་མ་བྱུང་། གྲུབ་མིན་ད་ལྟ་མི་ཤེས། རྗེས་སུ་འདིར་མངོན་ངེས།</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>སླར་གསོ།</translation>
    </message>
    <message>
        <source>Pass with a reason</source>
        <translation>རྒྱུ་མཚན་བདམས་ནས་ཨང་བརྒལ།</translation>
    </message>
    <message>
        <source>No reason</source>
        <translation>རྒྱུ་མཚན་མེད།</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>ཆུང་ངུ།</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>ཆེན་པོ།</translation>
    </message>
    <message>
        <source>Nobody at the window</source>
        <translation>སྒེའུ་ཁུང་དུ་མི་མི་འདུག</translation>
    </message>
    <message>
        <source>called {calls} times</source>
        <translation>ཐེངས་ {calls} བོས།</translation>
    </message>
    <message>
        <source>Why: tier {tier}, {score} points</source>
        <translation>རྒྱུ་མཚན། གོ་རིམ་ {tier} སྐར་ {score}</translation>
    </message>
    <message>
        <source>Why: tier {tier}, {score} points; after it {number}</source>
        <translation>རྒྱུ་མཚན། གོ་རིམ་ {tier} སྐར་ {score} རྗེས་མ་ {number}</translation>
    </message>
    <message>
        <source>Waiting: {total}</source>
        <translation>སྒུག་མཁན་ {total}</translation>
    </message>
    <message>
        <source>longest {time}</source>
        <translation>ཡུན་རིང་ཤོས་ {time}</translation>
    </message>
    <message>
        <source>Connecting …</source>
        <translation>འབྲེལ་མཐུད་བྱེད་བཞིན་པ་་་</translation>
    </message>
    <message>
        <source>No connection since {time}. It comes back by itself.</source>
        <translation>{time} ནས་འབྲེལ་མཐུད་ཆད། རང་འགུལ་གྱིས་སླར་གསོ་འབྱུང་།</translation>
    </message>
    <message>
        <source>Nobody is waiting for this window.</source>
        <translation>སྒེའུ་ཁུང་འདིར་སྒུག་མཁན་མི་འདུག</translation>
    </message>
    <message>
        <source>{move}: it was not done. Please press again.</source>
        <translation>“{move}” མ་གྲུབ། ཡང་བསྐྱར་གནོན་རོགས།</translation>
    </message>
    <message>
        <source>The hall&apos;s computer does not answer. Still trying …</source>
        <translation>ཚོམས་ཆེན་གྱི་གློག་ཀླད་ཀྱིས་ལན་མི་འདེབས། ཡང་བསྐྱར་ཚོད་ལྟ་བྱེད་བཞིན་པ་་་</translation>
    </message>
    <message>
        <source>The hall&apos;s computer did not answer. Please try again.</source>
        <translation>ཚོམས་ཆེན་གྱི་གློག་ཀླད་ཀྱིས་ལན་མི་འདེབས། ཡང་བསྐྱར་ཚོད་ལྟ་གནང་རོགས།</translation>
    </message>
    <message>
        <source>Signed out without a connection: window {window} was not closed.</source>
        <translation>འབྲེལ་མཐུད་མེད་པར་ཕྱིར་འབུད་སོང་། སྒེའུ་ཁུང་ {window} སྒོ་བརྒྱབ་མེད།</translation>
    </message>
    <message>
        <source>Please fill in all three.</source>
        <translation>གསུམ་ཀ་འབྲི་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>More</source>
        <translation>ད་དུང་།</translation>
    </message>
    <message>
        <source>Show the bar</source>
        <translation>སྒྲོམ་བུ་ཆུང་བ་སྟོན།</translation>
    </message>
    <message>
        <source>Show the whole console</source>
        <translation>སྒྲོམ་བུ་ཆེན་པོ་སྟོན།</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>ལས་རིམ་ནས་ཕྱིར་འབུད།</translation>
    </message>
</context>
</TS>
