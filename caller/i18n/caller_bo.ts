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
        <source>Finish with an outcome</source>
        <translation>འབྲས་བུ་བཀོད་ནས་མཇུག་བསྒྲིལ།</translation>
    </message>
    <message>
        <source>Suspend: the papers go with the visitor</source>
        <translation>འཕྱར་འཇོག ཡིག་ཆ་ཁྱེར་བ།</translation>
    </message>
    <message>
        <source>Suspend: the papers stay here</source>
        <translation>འཕྱར་འཇོག ཡིག་ཆ་འདིར་བཞག་པ།</translation>
    </message>
    <message>
        <source>Suspend: waits for another step</source>
        <translation>འཕྱར་འཇོག གོ་རིམ་གཞན་སྒུག་པ།</translation>
    </message>
    <message>
        <source>Suspended here: go on</source>
        <translation>འདིར་འཕྱར་བཞག མུ་མཐུད།</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>གཞན་དུ་སྤོ་བ།</translation>
    </message>
    <message>
        <source>Call a certain number</source>
        <translation>ཨང་རྟགས་བདམས་ནས་འབོད།</translation>
    </message>
    <message>
        <source>Serve without a number</source>
        <translation>ཨང་མེད་སྒྲུབ་པ།</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>ཕྱིར་འཐེན།</translation>
    </message>
    <message>
        <source>Missing papers, told once</source>
        <translation>མ་ཚང་བའི་ཡིག་ཆ་ཐེངས་གཅིག་བརྡ་གཏོང་།</translation>
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
        <source>The hall now</source>
        <translation>ཚོམས་ཆེན་གྱི་ད་ལྟའི་གནས་ཚུལ།</translation>
    </message>
    <message>
        <source>Hall</source>
        <translation>ཚོམས་ཆེན།</translation>
    </message>
    <message>
        <source>Issue a number</source>
        <translation>ཚབ་ཏུ་ཨང་ལེན།</translation>
    </message>
    <message>
        <source>Find a ticket</source>
        <translation>ཨང་འཛིན་འཚོལ།</translation>
    </message>
    <message>
        <source>Missing slips</source>
        <translation>ཤོག་བུ་མེད་པའི་ཨང་རྟགས།</translation>
    </message>
    <message>
        <source>Missing slips: {count}</source>
        <translation>ཨང་འཛིན་མེད་པ་ {count}</translation>
    </message>
    <message>
        <source>All zones</source>
        <translation>ས་ཁུལ་ཡོངས།</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>ས་ཁུལ།</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>གྲལ།</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>སྒུག</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>རིང་ཤོས།</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>སྒེའུ་ཁུང་།</translation>
    </message>
    <message>
        <source>Who comes now</source>
        <translation>ད་ལྟ་བླངས་ན།</translation>
    </message>
    <message>
        <source>State</source>
        <translation>གནས་ཚུལ།</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>སྒེའུ་ཁུང་།</translation>
    </message>
    <message>
        <source>Clerk</source>
        <translation>ཨང་།</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>ཨང་རྟགས།</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>དུས་ནས།</translation>
    </message>
    <message>
        <source>Serves</source>
        <translation>སྒྲུབ་པའི་ལས་དོན།</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>དོན་ཚན།</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>རིགས།</translation>
    </message>
    <message>
        <source>Slip</source>
        <translation>ཨང་འཛིན།</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>སྐར་མ་ {minutes}</translation>
    </message>
    <message>
        <source>{least}–{most} min</source>
        <translation>སྐར་མ་ {least}–{most}</translation>
    </message>
    <message>
        <source>{open} of {all} open</source>
        <translation>{open}/{all} ཁ་ཕྱེ།</translation>
    </message>
    <message>
        <source>no window open</source>
        <translation>ཁ་ཕྱེ་མེད།</translation>
    </message>
    <message>
        <source>No numbers now</source>
        <translation>ད་ལྟ་ཨང་རྟགས་མེད།</translation>
    </message>
    <message>
        <source>{number}, called</source>
        <translation>{number} བོས་ཟིན།</translation>
    </message>
    <message>
        <source>{number}, served</source>
        <translation>{number} སྒྲུབ་བཞིན་ཡོད།</translation>
    </message>
    <message>
        <source>Search by name</source>
        <translation>མིང་ཐོག་ནས་འཚོལ་བ།</translation>
    </message>
    <message>
        <source>Mobile number</source>
        <translation>ཁ་པར་ཨང་གྲངས།</translation>
    </message>
    <message>
        <source>Taken by staff, marked on the slip</source>
        <translation>རོགས་སྒྲུབ། ཨང་འཛིན་སྟེང་བཀོད།</translation>
    </message>
    <message>
        <source>Who is it for? You vouch for the class.</source>
        <translation>སུའི་དོན་དུ་ལེན། རིགས་ཁྱེད་ཀྱིས་ར་སྤྲོད་བྱེད།</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>པར་འདེབས་འཕྲུལ་ཆས།</translation>
    </message>
    <message>
        <source>Do not print</source>
        <translation>པར་མི་འདེབས།</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>ཨང་སྤྲོད།</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>འཚོལ།</translation>
    </message>
    <message>
        <source>Ticket number</source>
        <translation>ཨང་རྟགས།</translation>
    </message>
    <message>
        <source>Give a class</source>
        <translation>རིགས་གཏན་འཁེལ།</translation>
    </message>
    <message>
        <source>Move to a queue</source>
        <translation>གྲལ་གཞན་དུ་སྤོ།</translation>
    </message>
    <message>
        <source>Move to a window</source>
        <translation>སྒེའུ་ཁུང་གཞན་དུ་སྤོ།</translation>
    </message>
    <message>
        <source>First in line</source>
        <translation>གྲལ་མགོར།</translation>
    </message>
    <message>
        <source>Let wait again</source>
        <translation>སླར་གྲལ་དུ་འཇུག</translation>
    </message>
    <message>
        <source>Cancel the ticket</source>
        <translation>ཨང་རྟགས་ཕྱིར་འཐེན།</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>ཡང་བསྐྱར་པར་འདེབས།</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>ཡང་བསྐྱར་བལྟ།</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>རྒྱུ་མཚན།</translation>
    </message>
    <message>
        <source>Serves it first</source>
        <translation>ཐོག་མར་སྒྲུབ།</translation>
    </message>
    <message>
        <source>Helps after {minutes} min</source>
        <translation>སྐར་མ་ {minutes} རྗེས་རོགས་བྱེད།</translation>
    </message>
    <message>
        <source>Serves it no more</source>
        <translation>རྗེས་སུ་མི་སྒྲུབ།</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>འཕྲིན་ཐུང་།</translation>
    </message>
    <message>
        <source>To this window</source>
        <translation>སྒེའུ་ཁུང་འདིར།</translation>
    </message>
    <message>
        <source>To all windows</source>
        <translation>སྒེའུ་ཁུང་ཡོངས་ལ།</translation>
    </message>
    <message>
        <source>Sign the clerk out</source>
        <translation>ལས་བྱེད་པ་ཕྱིར་འབུད།</translation>
    </message>
    <message>
        <source>Move the clerk there</source>
        <translation>སྒེའུ་ཁུང་དེར་བསྒྱུར།</translation>
    </message>
    <message>
        <source>Done. {number} stays at window {window}: somebody has to go on there.</source>
        <translation>གྲུབ་སོང་། ཨང་ {number} སྒེའུ་ཁུང་ {window} ལ་ལྷག་ཡོད། གཞན་ཞིག་གིས་མུ་མཐུད་སྒྲུབ་དགོས།</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>ཚབ་ཏུ་སྒྲུབ།</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>བཀླགས་ཟིན།</translation>
    </message>
    <message>
        <source>{at} {text}</source>
        <translation>{at} {text}</translation>
    </message>
    <message>
        <source>Choose a window in the table</source>
        <translation>རེའུ་མིག་ནས་སྒེའུ་ཁུང་འདེམས།</translation>
    </message>
    <message>
        <source>Choose a number in the table</source>
        <translation>རེའུ་མིག་ནས་ཨང་རྟགས་འདེམས།</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>རྙེད་མ་སོང་།</translation>
    </message>
    <message>
        <source>Every visitor has a slip</source>
        <translation>མི་ཚང་མར་ཨང་འཛིན་ཡོད།</translation>
    </message>
    <message>
        <source>{number} is issued, {ahead} ahead</source>
        <translation>{number} སྤྲད་ཟིན། མདུན་ལ་མི་ {ahead}</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>གྲུབ་སོང་།</translation>
    </message>
    <message>
        <source>No answer. Whether it was done is not known: look before you do it again.</source>
        <translation>ལན་མ་བྱུང་། གྲུབ་མིན་མི་ཤེས། བསྐྱར་དུ་མ་བྱས་གོང་བལྟ་རོགས།</translation>
    </message>
    <message>
        <source>Long wait</source>
        <translation>རིང་དྲགས།</translation>
    </message>
    <message>
        <source>Very long wait</source>
        <translation>ཧ་ཅང་རིང་།</translation>
    </message>
    <message>
        <source>comes later</source>
        <translation>རྗེས་སུ་སྒྲུབ།</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>སྒུག་བཞིན་ཡོད།</translation>
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
        <source>suspended</source>
        <translation>བཀག་བཞག</translation>
    </message>
    <message>
        <source>done</source>
        <translation>གྲུབ་སོང་།</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>ཨང་བརྒལ།</translation>
    </message>
    <message>
        <source>moved to another queue</source>
        <translation>གྲལ་གཞན་དུ་སྤོས་ཟིན།</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>ཕྱིར་འཐེན་ཟིན།</translation>
    </message>
    <message>
        <source>none was printed</source>
        <translation>པར་མ་བཏབ།</translation>
    </message>
    <message>
        <source>being printed</source>
        <translation>པར་འདེབས་བཞིན་ཡོད།</translation>
    </message>
    <message>
        <source>printed</source>
        <translation>པར་བཏབ་ཟིན།</translation>
    </message>
    <message>
        <source>did not print</source>
        <translation>པར་འདེབས་མ་ཐུབ།</translation>
    </message>
    <message>
        <source>may be out; nobody knows</source>
        <translation>ཐོན་ཡོད་མེད་མི་གསལ།</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>ལམ་སྟོན་པ།</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>ལྟ་སྐུལ་པ།</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>དོ་དམ་པ།</translation>
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
        <source>Result ready to collect</source>
        <translation>བསྒྲུབས་ཟིན། ལེན་པར་བརྡ་གཏོང་།</translation>
    </message>
    <message>
        <source>no connection</source>
        <translation>འབྲེལ་མཐུད་མེད།</translation>
    </message>
    <message>
        <source>nothing can be saved now</source>
        <translation>ད་ལྟ་ཉར་མི་ཐུབ།</translation>
    </message>
    <message>
        <source>under way …</source>
        <translation>སྒྲུབ་བཞིན་པ་་་</translation>
    </message>
    <message>
        <source>another clerk is here</source>
        <translation>ལས་བྱེད་པ་གཞན་འདུག</translation>
    </message>
    <message>
        <source>the window is not open</source>
        <translation>སྒེའུ་ཁུང་ཁ་ཕྱེ་མེད།</translation>
    </message>
    <message>
        <source>nobody is here</source>
        <translation>མི་མེད།</translation>
    </message>
    <message>
        <source>{number} is being served</source>
        <translation>{number} སྒྲུབ་བཞིན་ཡོད།</translation>
    </message>
    <message>
        <source>in {seconds} s</source>
        <translation>སྐར་ཆ་ {seconds}</translation>
    </message>
    <message>
        <source>{number} is here</source>
        <translation>{number} འདིར་ཡོད།</translation>
    </message>
    <message>
        <source>called just now</source>
        <translation>ད་ལྟ་རང་བོས།</translation>
    </message>
    <message>
        <source>the hall has no reasons for it</source>
        <translation>རྒྱུ་མཚན་བཀོད་མེད།</translation>
    </message>
    <message>
        <source>nothing to take back</source>
        <translation>ཕྱིར་འཐེན་རྒྱུ་མེད།</translation>
    </message>
    <message>
        <source>too late for {number}</source>
        <translation>{number} དུས་ཡོལ་ཟིན།</translation>
    </message>
    <message>
        <source>no papers are listed</source>
        <translation>ཡིག་ཆའི་ཐོ་མེད།</translation>
    </message>
    <message>
        <source>nobody was served yet</source>
        <translation>ད་དུང་སྒྲུབ་མྱོང་མེད།</translation>
    </message>
    <message>
        <source>{number} comes back, was finished ({seconds} s)</source>
        <translation>{number} མཇུག་བསྒྲིལ་བ་ཕྱིར་འཐེན། ({seconds})</translation>
    </message>
    <message>
        <source>{number} comes back, was passed ({seconds} s)</source>
        <translation>{number} ཨང་བརྒལ་བ་ཕྱིར་འཐེན། ({seconds})</translation>
    </message>
    <message>
        <source>{number} comes back, was transferred ({seconds} s)</source>
        <translation>{number} སྤོས་པ་ཕྱིར་འཐེན། ({seconds})</translation>
    </message>
    <message>
        <source>papers with the visitor</source>
        <translation>ཡིག་ཆ་ཁྱེར་བ།</translation>
    </message>
    <message>
        <source>papers here</source>
        <translation>ཡིག་ཆ་འདིར་ཡོད།</translation>
    </message>
    <message>
        <source>waits for another step</source>
        <translation>གོ་རིམ་གཞན་སྒུག</translation>
    </message>
    <message>
        <source>More acts</source>
        <translation>བྱ་བ་གཞན།</translation>
    </message>
    <message>
        <source>More</source>
        <translation>གཞན།</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>ཕྱིར་ལོག</translation>
    </message>
    <message>
        <source>{act} · {number}</source>
        <translation>{act} · {number}</translation>
    </message>
    <message>
        <source>No reason</source>
        <translation>རྒྱུ་མཚན་མེད།</translation>
    </message>
    <message>
        <source>Finish without an outcome</source>
        <translation>འབྲས་བུ་མ་བཀོད་པར་མཇུག་བསྒྲིལ།</translation>
    </message>
    <message>
        <source>Next step: {queue}</source>
        <translation>གོ་རིམ་རྗེས་མ། {queue}</translation>
    </message>
    <message>
        <source>Finish; next step: {queue}</source>
        <translation>མཇུག་བསྒྲིལ། རྗེས་མ། {queue}</translation>
    </message>
    <message>
        <source>No further step</source>
        <translation>གོ་རིམ་རྗེས་མ་མེད།</translation>
    </message>
    <message>
        <source>{count} waiting</source>
        <translation>སྒུག་མི་ {count}</translation>
    </message>
    <message>
        <source>First in line there</source>
        <translation>དེ་རུ་ཐོག་མར་སྒྲིག</translation>
    </message>
    <message>
        <source>Comes back to this window</source>
        <translation>སྒེའུ་ཁུང་འདིར་ཕྱིར་ཡོང་།</translation>
    </message>
    <message>
        <source>is gone from here</source>
        <translation>འདིར་མེད།</translation>
    </message>
    <message>
        <source>{count} changes: show</source>
        <translation>འགྱུར་བ་ {count} སྟོན།</translation>
    </message>
    <message>
        <source>Send back with the list</source>
        <translation>ཐོ་དང་བཅས་ཕྱིར་སློག</translation>
    </message>
    <message>
        <source>Print the list</source>
        <translation>ཐོ་པར་འདེབས།</translation>
    </message>
    <message>
        <source>Print the list of {number} again</source>
        <translation>{number} ཡི་ཐོ་བསྐྱར་དུ་པར་འདེབས།</translation>
    </message>
    <message>
        <source>no printer is set up here</source>
        <translation>འདིར་པར་འདེབས་འཕྲུལ་ཆས་བཙུགས་མེད།</translation>
    </message>
    <message>
        <source>Printing …</source>
        <translation>པར་འདེབས་བཞིན་པ་་་</translation>
    </message>
    <message>
        <source>The list is printed.</source>
        <translation>ཐོ་པར་བཏབ་ཟིན།</translation>
    </message>
    <message>
        <source>The list was not printed.</source>
        <translation>ཐོ་པར་མ་ཐེབས།</translation>
    </message>
    <message>
        <source>Please look whether the list came out.</source>
        <translation>ཐོ་ཐོན་མིན་གཟིགས་རོགས།</translation>
    </message>
    <message>
        <source>Name, first letters or number</source>
        <translation>མིང་ངམ་ཨང་རྟགས།</translation>
    </message>
    <message>
        <source>Nothing is found.</source>
        <translation>མ་རྙེད།</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>ཏོག་ཙམ་སྒུག་རོགས་་་</translation>
    </message>
    <message>
        <source>The list did not come.</source>
        <translation>ཐོ་མ་བྱུང་།</translation>
    </message>
    <message>
        <source>Somebody else is at the window now. Nothing was done.</source>
        <translation>སྒེའུ་ཁུང་དུ་མི་གཞན་འདུག གང་ཡང་མ་བྱས།</translation>
    </message>
    <message>
        <source>finishes {number}</source>
        <translation>{number} མཇུག་སྒྲིལ་རྒྱུ།</translation>
    </message>
    <message>
        <source>Show {number} on the screens</source>
        <translation>{number} འཆར་ངོས་ཐོག་སྟོན།</translation>
    </message>
    <message>
        <source>ready since {time}</source>
        <translation>{time} ནས་ལེན་ཆོག</translation>
    </message>
    <message>
        <source>Collected by the visitor</source>
        <translation>མི་དེས་བླངས་ཟིན།</translation>
    </message>
    <message>
        <source>A mistake: take it off the screens</source>
        <translation>ནོར་སོང་། འཆར་ངོས་ནས་སུབ།</translation>
    </message>
    <message>
        <source>Only letters and figures, at most {most}; no name, phone or ID number.</source>
        <translation>ཡི་གེ་དང་ཨང་ཀི་ཁོ་ན། མང་མཐའ་ {most} མིང་དང་ཁ་པར། ཐོབ་ཐང་ལག་ཁྱེར་ཨང་འབྲི་མི་ཆོག</translation>
    </message>
    <message>
        <source>Number or acceptance number</source>
        <translation>ཨང་གྲངས་སམ་དོན་ཨང་།</translation>
    </message>
    <message>
        <source>Tick what is missing</source>
        <translation>མ་ཚང་བ་རྟགས་རྒྱོབ།</translation>
    </message>
    <message>
        <source>Call out of turn</source>
        <translation>གོ་རིམ་ལས་བརྒལ་ནས་འབོད།</translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation>འཕྱར་འཇོག</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>མུ་མཐུད།</translation>
    </message>
    <message>
        <source>Without a number</source>
        <translation>ཨང་མེད་སྒྲུབ་པ།</translation>
    </message>
    <message>
        <source>{move}: in {seconds} s</source>
        <translation>{move} སྐར་ཆ་ {seconds}</translation>
    </message>
    <message>
        <source>Call next from any program</source>
        <translation>བྱ་རིམ་གཞན་ནས་རྗེས་མ་འབོད་པ།</translation>
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
        <source>{key} ({act})</source>
        <translation>{key} ({act})</translation>
    </message>
    <message>
        <source>Another program has {keys}. Close that program and start this one again, or set another key.</source>
        <translation>{keys} བྱ་རིམ་གཞན་གྱིས་བེད་སྤྱོད་བྱེད་བཞིན་འདུག བྱ་རིམ་དེ་བསད་ནས་འདི་བསྐྱར་དུ་འགོ་འཛུགས་རོགས།</translation>
    </message>
    <message>
        <source>The list of {number} was not printed.</source>
        <translation>{number} ཡི་ཐོ་པར་མ་ཐེབས།</translation>
    </message>
    <message>
        <source>Please look whether the list of {number} came out.</source>
        <translation>{number} ཡི་ཐོ་ཐོན་མིན་གཟིགས་རོགས།</translation>
    </message>
    <message>
        <source>Put in a new roll.</source>
        <translation>ཤོག་དྲིལ་གསར་པ་བཅུག་རོགས།</translation>
    </message>
    <message>
        <source>Close the cover.</source>
        <translation>ཁ་ལེབ་རྒྱག་རོགས།</translation>
    </message>
    <message>
        <source>Switch it off, take out the paper, switch it on.</source>
        <translation>གློག་བསད་ནས་ཤོག་བུ་བཏོན་ཏེ་བསྐྱར་དུ་སྒོ་འབྱེད་རོགས།</translation>
    </message>
    <message>
        <source>Press its feed key.</source>
        <translation>ཤོག་འདྲེན་མཐེབ་གནོན་རོགས།</translation>
    </message>
    <message>
        <source>Look at its power and its cable.</source>
        <translation>གློག་དང་སྐུད་པ་ལ་ཞིབ་བཤེར་གནང་རོགས།</translation>
    </message>
    <message>
        <source>Switch it off and on.</source>
        <translation>གློག་བསད་ནས་བསྐྱར་དུ་སྒོ་འབྱེད་རོགས།</translation>
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
        <source>Line</source>
        <translation>གྲལ།</translation>
    </message>
    <message>
        <source>My day</source>
        <translation>ངའི་དེ་རིང་།</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>སྒྲིག་ཆས།</translation>
    </message>
    <message>
        <source>Line, my day …</source>
        <translation>གྲལ་དང་ངའི་དེ་རིང་་་</translation>
    </message>
    <message>
        <source>Waited</source>
        <translation>སྒུག་ཡུན།</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>གོ་རིམ།</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>སྔོན་མངགས།</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>འདིར་མེད།</translation>
    </message>
    <message>
        <source>from {time}</source>
        <translation>{time} ནས།</translation>
    </message>
    <message>
        <source>The list stands still while you choose: {gone} gone, {come} new</source>
        <translation>འདེམས་སྐབས་ཐོ་མི་འགུལ། སོང་བ་ {gone} གསར་སླེབས་ {come}</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>གཞན་ {count} ཡོད།</translation>
    </message>
    <message>
        <source>It did not come. It is asked for again.</source>
        <translation>ལན་མ་བྱུང་། རང་འགུལ་གྱིས་བསྐྱར་དུ་ལེན།</translation>
    </message>
    <message>
        <source>Nobody is waiting for this window.</source>
        <translation>སྒེའུ་ཁུང་འདིར་སྒུག་མཁན་མི་འདུག</translation>
    </message>
    <message>
        <source>Choose a number to call it out of turn</source>
        <translation>ཨང་རྟགས་བདམས་ནས་འབོད་ཆོག</translation>
    </message>
    <message>
        <source>Call {number} out of turn …</source>
        <translation>{number} བདམས་ནས་འབོད་་་</translation>
    </message>
    <message>
        <source>For</source>
        <translation>དུས་ཡུན།</translation>
    </message>
    <message>
        <source>No other window serves these queues.</source>
        <translation>ལས་དོན་འདི་སྒྲུབ་པའི་སྒེའུ་ཁུང་གཞན་མེད།</translation>
    </message>
    <message>
        <source>free</source>
        <translation>མི་མེད།</translation>
    </message>
    <message>
        <source>Finished today: {count}</source>
        <translation>དེ་རིང་གྲུབ་པ་ {count}</translation>
    </message>
    <message>
        <source>at the window on average {time}</source>
        <translation>ཆ་སྙོམས་དུས་ཡུན་ {time}</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>གྲུབ་པ།</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>ཆ་སྙོམས།</translation>
    </message>
    <message>
        <source>Ratings of the last 7 days: {count}, satisfied {percent} %</source>
        <translation>འདས་པའི་ཉིན་ 7 ཡི་གདེང་འཇོག {count} ཡིད་ཚིམ་ {percent}%</translation>
    </message>
    <message>
        <source>No ratings in the last 7 days</source>
        <translation>འདས་པའི་ཉིན་ 7 ལ་གདེང་འཇོག་མེད།</translation>
    </message>
    <message>
        <source>Today&apos;s ratings are counted when the day is over.</source>
        <translation>དེ་རིང་གི་གདེང་འཇོག་ཉིན་མོ་རྫོགས་རྗེས་རྩི།</translation>
    </message>
    <message>
        <source>Nobody was finished here today.</source>
        <translation>དེ་རིང་གྲུབ་པ་ད་དུང་མེད།</translation>
    </message>
    <message>
        <source>{time} left of {minutes} min</source>
        <translation>{time} ལྷག སྐར་མ་ {minutes} ནས།</translation>
    </message>
    <message>
        <source>Nearly over: {time} left of {minutes} min</source>
        <translation>དུས་ཡོལ་ལ་ཉེ། {time} ལྷག སྐར་མ་ {minutes} ནས།</translation>
    </message>
    <message>
        <source>{minutes} min are over, by {time}</source>
        <translation>སྐར་མ་ {minutes} ཡོལ་ཟིན། {time} བརྒལ།</translation>
    </message>
    <message>
        <source>Nearly over</source>
        <translation>དུས་ཡོལ་ལ་ཉེ།</translation>
    </message>
    <message>
        <source>Time is over</source>
        <translation>དུས་ཡོལ་ཟིན།</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>སྒྲིག་ཆས།</translation>
    </message>
    <message>
        <source>Hall&apos;s computer</source>
        <translation>ཚོམས་ཆེན་གྱི་གློག་ཀླད།</translation>
    </message>
    <message>
        <source>connected; what is shown is of now</source>
        <translation>འབྲེལ་མཐུད་ཡོད། ད་ལྟའི་གནས་ཚུལ་ཡིན།</translation>
    </message>
    <message>
        <source>no connection; what is shown is of {time}</source>
        <translation>འབྲེལ་མཐུད་མེད། {time} ཡི་གནས་ཚུལ་ཡིན།</translation>
    </message>
    <message>
        <source>no connection yet</source>
        <translation>ད་དུང་འབྲེལ་མཐུད་མེད།</translation>
    </message>
    <message>
        <source>connected; it cannot save anything now</source>
        <translation>འབྲེལ་མཐུད་ཡོད། ད་ལྟ་ཉར་མི་ཐུབ།</translation>
    </message>
    <message>
        <source>Keypad</source>
        <translation>མཐེབ་གཞོང་།</translation>
    </message>
    <message>
        <source>Rater</source>
        <translation>གདེང་འཇོག་ཆས།</translation>
    </message>
    <message>
        <source>Card reader</source>
        <translation>ལག་ཁྱེར་ཀློག་ཆས།</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>བཀོལ་ཆོག</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>འགོ་འཛུགས་བཞིན་པ།</translation>
    </message>
    <message>
        <source>works badly</source>
        <translation>ལས་ཀ་བཟང་པོ་མི་བྱེད།</translation>
    </message>
    <message>
        <source>does not answer</source>
        <translation>ལན་མི་འདེབས།</translation>
    </message>
    <message>
        <source>none at this console</source>
        <translation>འདིར་མེད།</translation>
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
        <source>The supervisor signed you out of window {window}.</source>
        <translation>ལྟ་སྐུལ་པས་ཁྱེད་སྒེའུ་ཁུང་ {window} ནས་ཕྱིར་འབུད་བྱས་སོང་།</translation>
    </message>
    <message>
        <source>The supervisor moved you to window {to}. Please sign in there.</source>
        <translation>ལྟ་སྐུལ་པས་ཁྱེད་སྒེའུ་ཁུང་ {to} ལ་བསྒྱུར་སོང་། དེ་ནས་ནང་འཛུལ་གནང་རོགས།</translation>
    </message>
    <message>
        <source>Your rights were changed. Please sign in again.</source>
        <translation>ཁྱེད་ཀྱི་དབང་ཚད་བསྒྱུར་སོང་། ཡང་བསྐྱར་ནང་འཛུལ་གནང་རོགས།</translation>
    </message>
    <message>
        <source>You opened window {to}, so this one was closed.</source>
        <translation>ཁྱེད་ཀྱིས་སྒེའུ་ཁུང་ {to} ཕྱེ་བས། འདི་སྒོ་བརྒྱབ་སོང་།</translation>
    </message>
    <message>
        <source>The supervisor closed this window. Open it to go on.</source>
        <translation>ལྟ་སྐུལ་པས་སྒེའུ་ཁུང་འདི་སྒོ་བརྒྱབ་སོང་། མུ་མཐུད་ན་ཁ་ཕྱེ་རོགས།</translation>
    </message>
    <message>
        <source>The supervisor paused this window. Resume to go on.</source>
        <translation>ལྟ་སྐུལ་པས་སྒེའུ་ཁུང་འདི་མཚམས་བཞག་སོང་། མུ་མཐུད་ན་སླར་གསོ་གནང་རོགས།</translation>
    </message>
    <message>
        <source>This window serves other queues from the next call on.</source>
        <translation>ཐེངས་རྗེས་མའི་འབོད་པ་ནས་བཟུང་། སྒེའུ་ཁུང་འདིས་གྲལ་གཞན་སྒྲུབ།</translation>
    </message>
    <message>
        <source>{move}: it was not done.</source>
        <translation>“{move}” མ་གྲུབ།</translation>
    </message>
    <message>
        <source>Please fill in all three.</source>
        <translation>གསུམ་ཀ་འབྲི་རོགས་གནང་།</translation>
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
    <message>
        <source>Screens that ask</source>
        <translation>འཇུག་འདོད་པའི་འཆར་ངོས།</translation>
    </message>
    <message>
        <source>Screens that ask: {count}</source>
        <translation>འཇུག་འདོད་པའི་འཆར་ངོས། {count}</translation>
    </message>
    <message>
        <source>No screen asks to join</source>
        <translation>འཇུག་འདོད་པའི་འཆར་ངོས་མེད།</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>ཨང་རྟགས།</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>རིགས།</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>འཕྲུལ་ཆས།</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>ས་གནས།</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>འཆར་ངོས།</translation>
    </message>
    <message>
        <source>Kiosk</source>
        <translation>ཨང་ལེན་འཕྲུལ་ཆས།</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>མིང་།</translation>
    </message>
    <message>
        <source>It shows</source>
        <translation>སྟོན་རྒྱུ།</translation>
    </message>
    <message>
        <source>As the hall file says</source>
        <translation>ཚོམས་ཆེན་གྱི་ཡིག་ཆ་ལྟར།</translation>
    </message>
    <message>
        <source>The whole hall</source>
        <translation>ཚོམས་ཆེན་ཧྲིལ་པོ།</translation>
    </message>
    <message>
        <source>Results to collect</source>
        <translation>ལག་ཁྱེར་ལེན་པ།</translation>
    </message>
    <message>
        <source>Screen of window {window}</source>
        <translation>སྒོ་ཁུང་{window}གི་འཆར་ངོས།</translation>
    </message>
    <message>
        <source>Rating pad of window {window}</source>
        <translation>སྒོ་ཁུང་{window}གི་དཔྱད་འབྲས་ཡོ་བྱད།</translation>
    </message>
    <message>
        <source>Let it join</source>
        <translation>འཇུག་ཆོག</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>ངོས་མི་ལེན།</translation>
    </message>
    <message>
        <source>Choose who joins in the table, and give it a name</source>
        <translation>རེའུ་མིག་ནས་འཆར་ངོས་འདེམས་ནས་མིང་ཐོགས།</translation>
    </message>
    <message>
        <source>{code} joins as {name}</source>
        <translation>{code} འཇུག་ཟིན། མིང་། {name}</translation>
    </message>
    <message>
        <source>{code} may not join</source>
        <translation>{code} ངོས་ལེན་མ་བྱས།</translation>
    </message>
    <message>
        <source>PC locked or asleep {since}–{until}: {what}</source>
        <translation>གློག་ཀླད་སྒོ་ལྕགས་བརྒྱབ་པའམ་ངལ་གསོའི་སྐབས། {since}–{until}：{what}</translation>
    </message>
    <message>
        <source>waiting before {before}, now {after}</source>
        <translation>སྒུག་མཁན་སྔོན་ {before} ད་ལྟ་ {after}</translation>
    </message>
    <message>
        <source>window now: {status}</source>
        <translation>སྒེའུ་ཁུང་ད་ལྟ། {status}</translation>
    </message>
    <message>
        <source>now at the window: {number}</source>
        <translation>ད་ལྟ་སྒེའུ་ཁུང་དུ། {number}</translation>
    </message>
    <message>
        <source>{number} is no longer at the window</source>
        <translation>{number} སྒེའུ་ཁུང་དུ་མེད།</translation>
    </message>
</context>
</TS>
